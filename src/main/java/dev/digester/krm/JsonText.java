package dev.digester.krm;

import dev.digester.document.edit.Spelling;
import java.util.Collection;
import java.util.Map;

/** Writes values as JSON (RFC 8259) in one line, which YAML 1.2 reads too. */
public final class JsonText {
  /** What is written as null. */
  static final Object NULL = new Object();

  private JsonText() {}

  /** A map, a collection, a number, a boolean, or anything else as the string that it prints. */
  public static String of(Object value) {
    StringBuilder text = new StringBuilder();
    append(text, value);
    return text.toString();
  }

  private static void append(StringBuilder text, Object value) {
    switch (value) {
      case Map<?, ?> members -> object(text, members);
      case Collection<?> elements -> array(text, elements);
      case Number number -> text.append(number);
      case Boolean bool -> text.append(bool);
      default -> {
        if (value == NULL) {
          text.append("null");
        } else {
          text.append(Spelling.doubleQuoted(value.toString()));
        }
      }
    }
  }

  private static void object(StringBuilder text, Map<?, ?> members) {
    String before = "{";
    for (Map.Entry<?, ?> member : members.entrySet()) {
      text.append(before);
      text.append(Spelling.doubleQuoted(String.valueOf(member.getKey())));
      text.append(": ");
      append(text, member.getValue());
      before = ", ";
    }
    text.append(members.isEmpty() ? "{}" : "}");
  }

  private static void array(StringBuilder text, Collection<?> elements) {
    String before = "[";
    for (Object element : elements) {
      text.append(before);
      append(text, element);
      before = ", ";
    }
    text.append(elements.isEmpty() ? "[]" : "]");
  }
}
