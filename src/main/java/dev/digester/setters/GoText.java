package dev.digester.setters;

/**
 * Values in messages as Go's {@code %q} writes them, which the catalog's messages are made with.
 */
final class GoText {
  private static final int FIRST_PRINTABLE = 0x20;
  private static final int LAST_ASCII = 0x7E;
  private static final int LAST_OF_BMP = 0xFFFF;

  private GoText() {}

  /** In double quotes, with escapes. */
  static String quoted(String value) {
    return needsEscapes(value) ? escaped(value) : "\"" + value + "\"";
  }

  private static boolean needsEscapes(String value) {
    char[] chars = value.toCharArray();
    for (char c : chars) {
      if (c < FIRST_PRINTABLE || c > LAST_ASCII || c == '"' || c == '\\') {
        return true;
      }
    }
    return false;
  }

  private static String escaped(String value) {
    StringBuilder text = new StringBuilder("\"");
    value.codePoints().forEach(c -> append(text, c));
    return text.append('"').toString();
  }

  private static void append(StringBuilder text, int c) {
    switch (c) {
      case '"' -> text.append("\\\"");
      case '\\' -> text.append("\\\\");
      case '\n' -> text.append("\\n");
      case '\r' -> text.append("\\r");
      case '\t' -> text.append("\\t");
      default -> {
        if (isPrintable(c)) {
          text.appendCodePoint(c);
        } else {
          text.append(escape(c));
        }
      }
    }
  }

  private static String escape(int c) {
    if (c <= LAST_ASCII + 1) {
      return "\\x%02x".formatted(c);
    }
    return c > LAST_OF_BMP ? "\\U%08x".formatted(c) : "\\u%04x".formatted(c);
  }

  /** Go's unicode.IsPrint: letters, marks, numbers, punctuation, symbols and the plain space. */
  private static boolean isPrintable(int c) {
    if (c <= LAST_ASCII) {
      return c >= FIRST_PRINTABLE;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
