package dev.digester.krm;

/** Makes values of the input fit to be shown in a message of one line. */
public final class Printable {
  /**
   * Characters of a value that a message shows at the most; the longest image reference has 255 +
   * 128 + 80 or so.
   */
  private static final int LONGEST = 500;

  /**
   * Characters of a line of a report, which holds several values and the places that were looked
   * at: what a pipe takes in one piece (PIPE_BUF of Linux), so that lines of programs that write at
   * the same time do not mix.
   */
  private static final int LONGEST_LINE = 4_000;

  private Printable() {}

  /**
   * The value with control characters escaped, and cut where it is longer than a message should be.
   */
  public static String of(String value) {
    return of(value, LONGEST);
  }

  /** A line for people, likewise. */
  public static String line(String line) {
    return of(line, LONGEST_LINE);
  }

  private static String of(String value, int longest) {
    StringBuilder text = new StringBuilder();
    value.codePoints().limit(longest).forEach(c -> append(text, c));
    return value.codePointCount(0, value.length()) > longest ? text + "…" : text.toString();
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
