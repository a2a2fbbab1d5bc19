package dev.digester.setters;

import dev.digester.config.Expression;
import dev.digester.config.SetterSchema;
import dev.digester.config.SetterValue;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks the value of a setter by its schema. */
record SchemaCheck(SetterSchema schema) {
  private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+");

  /** Numbers of the core schema (YAML 1.2.2, clause 10.3.2), but infinity and not-a-number. */
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");

  /** What is wrong with a value; empty where nothing is. */
  Optional<String> problem(SetterValue value) {
    Optional<String> wrongType = wrongType(value);
    if (wrongType.isPresent()) {
      return wrongType;
    }
    Optional<Expression> pattern = schema.pattern().map(text -> Expression.of("pattern", text));
    return texts(value).stream().flatMap(text -> wrongText(text, pattern).stream()).findFirst();
  }

  private Optional<String> wrongType(SetterValue value) {
    if (schema.type().isEmpty()) {
      return Optional.empty();
    }
    SetterSchema.Type type = schema.type().get();
    if (type == SetterSchema.Type.ARRAY) {
      return ArrayValue.of(value).isPresent()
          ? Optional.empty()
          : Optional.of("must be a list, but it is " + shown(value));
    }
    return value instanceof SetterValue.Text(String text) && fits(type, text)
        ? Optional.empty()
        : Optional.of("must be " + named(type) + ", but it is " + shown(value));
  }

  private static boolean fits(SetterSchema.Type type, String text) {
    return switch (type) {
      case STRING, ARRAY -> true;
      case INTEGER -> INTEGER.matcher(text).matches();
      case NUMBER -> NUMBER.matcher(text).matches();
      case BOOLEAN -> text.equals("true") || text.equals("false");
    };
  }

  private static String named(SetterSchema.Type type) {
    return switch (type) {
      case STRING -> "a string";
      case INTEGER -> "an integer";
      case NUMBER -> "a number";
      case BOOLEAN -> "true or false";
      case ARRAY -> "a list";
    };
  }

  private static String shown(SetterValue value) {
    return switch (value) {
      case SetterValue.Text(String text) -> GoText.quoted(text);
      case SetterValue.Items items -> "a list";
    };
  }

  /** What pattern and enum are about: the text, or each element where the schema says array. */
  private List<String> texts(SetterValue value) {
    boolean array = schema.type().filter(type -> type == SetterSchema.Type.ARRAY).isPresent();
    return switch (value) {
      case SetterValue.Items items -> items.texts();
      case SetterValue.Text text when array ->
          ArrayValue.of(text).map(ArrayValue::values).orElseGet(List::of);
      case SetterValue.Text(String text) -> List.of(text);
    };
  }

  private Optional<String> wrongText(String text, Optional<Expression> pattern) {
    if (pattern.isPresent() && !pattern.get().isIn(text)) {
      String expression = schema.pattern().orElseThrow();
      return Optional.of(
          "must match the pattern " + expression + ", but it is " + GoText.quoted(text));
    }
    List<String> allowed = schema.allowed().stream().map(SetterValue.Text::text).toList();
    return allowed.isEmpty() || allowed.contains(text)
        ? Optional.empty()
        : Optional.of(
            "must be one of " + String.join(", ", allowed) + ", but it is " + GoText.quoted(text));
  }
}
