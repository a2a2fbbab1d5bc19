package dev.digester.verify;

/** Strings in XML 1.0 and HTML. */
final class MarkupText {
  private MarkupText() {}

  /** Escaped for elements and for attributes in double quotes; what XML forbids is U+FFFD. */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints().forEach(c -> append(escaped, c));
    return escaped.toString();
  }

  private static void append(StringBuilder escaped, int c) {
    switch (c) {
      case '&' -> escaped.append("&amp;");
      case '<' -> escaped.append("&lt;");
      case '>' -> escaped.append("&gt;");
      case '"' -> escaped.append("&quot;");
      case '\'' -> escaped.append("&#39;");
      case '\n', '\r', '\t' -> escaped.append("&#").append(c).append(';');
      default -> escaped.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
    }
  }

  private static boolean isAllowed(int c) {
    boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
    return c >= ' ' && !surrogate && c != 0xFFFE && c != 0xFFFF;
  }
}
