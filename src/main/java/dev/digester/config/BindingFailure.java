package dev.digester.config;

import dev.digester.reference.Platform;
import java.util.Collection;
import java.util.List;
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

  /** What is written as strings and may be an element of a list, where null has no meaning. */
  private static final Set<Class<?>> TEXTS =
      Set.of(
          String.class,
          Platform.class,
          Mirror.class,
          FieldSet.class,
          LabelSelector.class,
          RegistriesSource.class,
          SetterValue.Text.class);

  private static final Pattern WANT = Pattern.compile(" (is missing|needs|together)");

  private static final Set<String> FLAGS = Set.of("true", "false");
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");

  private final Remainder rest;
  private final Origins origins;

  /**
   * @param rest what is not known to be wrong
   */
  BindingFailure(Remainder rest, Origins origins) {
    this.rest = rest;
    this.origins = origins;
  }

  /**
   * Mends the rest, in one place, so that it can be bound again: what is missing is filled in, what
   * is wrong goes.
   *
   * @return false where nothing is left that could be bound
   */
  boolean mend(JacksonException failure) {
    KeyPath path = KeyPathOf.failure(failure);
    if (rest.at(path).isEmpty()) {
      rest.fill(path);
      return true;
    }
    return (failure.getCause() instanceof IllegalArgumentException refused
            && path.steps().isEmpty())
        ? rest.remove(path.key(key(String.valueOf(refused.getMessage()))))
        : rest.remove(path);
  }

  /**
   * Whether a mapping was refused for want of something, and may have lost just that when what was
   * wrong with it went.
   */
  boolean isConsequence(JacksonException failure) {
    return failure.getCause() instanceof IllegalArgumentException refused
        && rest.isLessened(KeyPathOf.failure(failure))
        && WANT.matcher(String.valueOf(refused.getMessage())).find();
  }

  ConfigurationException translate(JacksonException failure) {
    KeyPath path = KeyPathOf.failure(failure);
    if (failure instanceof UnrecognizedPropertyException unknown) {
      List<String> known =
          unknown.getKnownPropertyIds().stream().map(Object::toString).sorted().toList();
      return problem(path, UnknownKey.reason(path, known));
    }
    if (failure.getCause() instanceof IllegalArgumentException refused) {
      return refused(path, String.valueOf(refused.getMessage()));
    }
    if (rest.at(path).isEmpty()) {
      return missing(path);
    }
    // Only numbers can be of the right type and still not fit: those over 32 bits.
    return failure instanceof MismatchedInputException mismatch
        ? wrongType(path, expected(mismatch.getTargetType()))
        : wrongType(path, COUNT);
  }

  /** Jackson misses a key before it wonders about one that was mistyped. */
  private ConfigurationException missing(KeyPath path) {
    KeyPath parent = path.above();
    List<String> wanted = List.of(path.steps().getLast());
    return rest.at(parent).stream()
        .flatMap(object -> object.propertyNames().stream())
        .filter(key -> Words.nearest(key, wanted).isPresent())
        .findFirst()
        .map(parent::key)
        .map(typed -> problem(typed, UnknownKey.reason(typed, wanted)))
        .orElseGet(() -> problem(path, " is missing"));
  }

  /** A record refused its values, and its reason begins with a key; or a scalar its text. */
  private ConfigurationException refused(KeyPath path, String reason) {
    if (reason.startsWith("must ")) {
      return problem(path, " " + reason);
    }
    String key = key(reason);
    return problem(path.key(key), reason.substring(key.length()));
  }

  private static String key(String reason) {
    return reason.substring(0, reason.indexOf(' '));
  }

  private ConfigurationException problem(KeyPath path, String reason) {
    return origins.problem(rest.original(path), reason);
  }

  private ConfigurationException wrongType(KeyPath path, String expected) {
    JsonNode found = rest.at(path).orElse(rest.spec());
    return problem(
        path,
        " must be %s, but it is %s%s"
            .formatted(expected, described(path, found), advice(path, found, expected)));
  }

  private String described(KeyPath path, JsonNode found) {
    String text = text(path, found);
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
    String text = text(path, found);
    if (expected.equals(TEXT) && (found.isNumber() || found.isBoolean())) {
      return ": write \"" + text + "\"";
    }
    boolean fits =
        expected.equals(FLAG)
            ? FLAGS.contains(text)
            : expected.equals(COUNT) && DIGITS.matcher(text).matches();
    return isQuoted && fits ? ": write it without quotes" : "";
  }

  /** As written; an element of a list that was split at commas has no node of its own. */
  private String text(KeyPath path, JsonNode found) {
    return origins
        .text(rest.original(path))
        .orElseGet(() -> found.isString() ? found.stringValue() : "");
  }

  private static String expected(@Nullable Class<?> type) {
    if (type == Boolean.class || type == boolean.class) {
      return FLAG;
    }
    if (type == Integer.class) {
      return COUNT;
    }
    if (type == null || TEXTS.contains(type)) {
      return TEXT;
    }
    return Collection.class.isAssignableFrom(type) ? "a list" : "a mapping";
  }
}
