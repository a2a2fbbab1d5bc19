package dev.digester.krm;

import java.util.Collection;
import java.util.Map;

/** Writes values as JSON (RFC 8259) in one line, which YAML 1.2 reads too. */
final class JsonText {
  /** What is written as null. */
  static final Object NULL = new Object();

  private JsonText() {}

  /** A map, a collection, a number, a boolean, or anything else as the string that it prints. */
  static String of(Object value) {
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
          string(text, value.toString());
        }
      }
    }
  }

  private static void object(StringBuilder text, Map<?, ?> members) {
    String before = "{";
    for (Map.Entry<?, ?> member : members.entrySet()) {
      text.append(before);
      string(text, String.valueOf(member.getKey()));
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

  private static void string(StringBuilder text, String value) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      character(text, value.charAt(i));
    }
    text.append('"');
  }

  private static void character(StringBuilder text, char c) {
    switch (c) {
      case '"' -> text.append("\\\"");
      case '\\' -> text.append("\\\\");
      case '\n' -> text.append("\\n");
      case '\r' -> text.append("\\r");
      case '\t' -> text.append("\\t");
      default -> {
        if (unprintable(c)) {
          text.append("\\u%04x".formatted((int) c));
        } else {
          text.append(c);
        }
      }
    }
  }

  /**
   * What JSON forbids in a string, what YAML forbids anywhere, and what YAML 1.1 takes for line
   * ends.
   */
  private static boolean unprintable(char c) {
    return Character.isISOControl(c)
        || c == '\u2028'
        || c == '\u2029'
        || c == '\ufeff'
        || c >= '\ufffe';
  }
}
