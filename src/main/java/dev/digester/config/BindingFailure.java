package dev.digester.config;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says in words of the user why a spec could not be bound; Jackson speaks of Java. */
final class BindingFailure {
  private static final String FLAG = "true or false";
  private static final String COUNT = "a whole number";
  private static final String TEXT = "a string";
  private static final Set<String> FLAGS = Set.of("true", "false");
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");

  private final JsonNode spec;
  private final Origins origins;

  BindingFailure(JsonNode spec, Origins origins) {
    this.spec = spec;
    this.origins = origins;
  }

  ConfigurationException translate(JacksonException failure) {
    KeyPath path = KeyPathOf.failure(failure);
    if (failure instanceof UnrecognizedPropertyException unknown) {
      List<String> known =
          unknown.getKnownPropertyIds().stream().map(Object::toString).sorted().toList();
      return origins.problem(path, UnknownKey.reason(path, known));
    }
    if (failure.getCause() instanceof IllegalArgumentException refused) {
      return refused(path, String.valueOf(refused.getMessage()));
    }
    if (at(path).isEmpty()) {
      return origins.problem(path, " is missing");
    }
    return failure instanceof MismatchedInputException mismatch
        ? wrongType(path, expected(mismatch.getTargetType()))
        : wrongType(path, "something else");
  }

  /** A record refused its values, and its reason begins with a key; or a scalar its text. */
  private ConfigurationException refused(KeyPath path, String reason) {
    if (at(path).filter(JsonNode::isObject).isEmpty()) {
      return origins.problem(path, " " + reason);
    }
    String key = reason.substring(0, reason.indexOf(' '));
    return origins.problem(path.key(key), reason.substring(key.length()));
  }

  private ConfigurationException wrongType(KeyPath path, String expected) {
    JsonNode found = at(path).orElse(spec);
    return origins.problem(
        path,
        " must be %s, but it is %s%s"
            .formatted(expected, described(path, found), advice(path, found, expected)));
  }

  private String described(KeyPath path, JsonNode found) {
    String text = origins.text(path).orElseGet(found::asString);
    return switch (found.getNodeType()) {
      case NULL -> "null";
      case OBJECT -> "a mapping";
      case ARRAY -> "a list";
      case STRING -> "the string " + Words.quoted(text);
      case BOOLEAN -> "the boolean " + text;
      default -> "the number " + text;
    };
  }

  private String advice(KeyPath path, JsonNode found, String expected) {
    boolean isQuoted = found.isString();
    String text = origins.text(path).orElseGet(found::asString);
    if (expected.equals(TEXT) && (found.isNumber() || found.isBoolean())) {
      return ": write \"" + text + "\"";
    }
    boolean fits =
        expected.equals(FLAG)
            ? FLAGS.contains(text)
            : expected.equals(COUNT) && DIGITS.matcher(text).matches();
    return isQuoted && fits ? ": write it without quotes" : "";
  }

  private static String expected(@Nullable Class<?> type) {
    if (type == Boolean.class || type == boolean.class) {
      return FLAG;
    }
    if (type == Integer.class) {
      return COUNT;
    }
    if (type == String.class || (type != null && Word.class.isAssignableFrom(type))) {
      return TEXT;
    }
    return type != null && Collection.class.isAssignableFrom(type) ? "a list" : "a mapping";
  }

  private Optional<JsonNode> at(KeyPath path) {
    Optional<JsonNode> node = Optional.of(spec);
    for (String step : path.steps()) {
      node = node.flatMap(parent -> child(parent, step));
    }
    return node;
  }

  private static Optional<JsonNode> child(JsonNode parent, String step) {
    return parent.isArray()
        ? parent.asArray().optional(KeyPath.index(step))
        : parent.optional(step);
  }
}
