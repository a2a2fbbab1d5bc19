package dev.digester.krm;

/** Makes values of the input fit to be shown in a message of one line. */
public final class Printable {
  /**
   * Characters of a value that a message shows at the most; the longest image reference has 255 +
   * 128 + 80 or so.
   */
  private static final int LONGEST = 500;

  private Printable() {}

  /**
   * The value with control characters escaped, and cut where it is longer than a message should be.
   */
  public static String of(String value) {
    StringBuilder text = new StringBuilder();
    value.codePoints().limit(LONGEST).forEach(c -> append(text, c));
    return value.codePointCount(0, value.length()) > LONGEST ? text + "…" : text.toString();
  }

  private static void append(StringBuilder text, int codePoint) {
    switch (codePoint) {
      case '\n' -> text.append("\\n");
      case '\r' -> text.append("\\r");
      case '\t' -> text.append("\\t");
      default -> {
        if (Character.isISOControl(codePoint) || isFormat(codePoint)) {
          text.append("\\u%04x".formatted(codePoint));
        } else {
          text.appendCodePoint(codePoint);
        }
      }
    }
  }

  /**
   * Line and paragraph separators end a line for some terminals; format characters can reorder what
   * is shown.
   */
  private static boolean isFormat(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.FORMAT;
  }
}
