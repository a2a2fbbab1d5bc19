package dev.digester.document.text;

/** The classes of characters that readers tell apart, and small steps over the bytes of lines. */
public final class Chars {
  private static final int MARKER_LENGTH = 3;

  private static final long SPACES = EightBytes.all(' ');
  private static final long LINE_FEEDS = EightBytes.all('\n');
  private static final long RETURNS = EightBytes.all('\r');

  private Chars() {}

  /** A space or a tab (YAML 1.2.2, clause 5.5); a byte or a char. */
  public static boolean isWhite(int unit) {
    return unit == ' ' || unit == '\t';
  }

  /** LF or CR (clause 5.4). */
  public static boolean isBreak(byte b) {
    return b == '\n' || b == '\r';
  }

  /** One of {@code , [ ] { }} (clause 5.3). */
  public static boolean isFlowIndicator(byte b) {
    return switch (b) {
      case ',', '[', ']', '{', '}' -> true;
      default -> false;
    };
  }

  /** Whether white space, a line break or the end of the text is at an offset. */
  public static boolean endsToken(byte[] utf8, int at) {
    return at >= utf8.length || isWhite(utf8[at]) || isBreak(utf8[at]);
  }

  /** Whether the line is at its end: a line break or the end of the text is at an offset. */
  public static boolean endsLine(byte[] utf8, int at) {
    return at >= utf8.length || isBreak(utf8[at]);
  }

  /** The offset of the first byte that is not a space, the text's length where there is none. */
  public static int skipSpaces(byte[] utf8, int from) {
    int i = from;
    for (; EightBytes.fit(utf8, i); i += Long.BYTES) {
      long others = (long) EightBytes.AT.get(utf8, i) ^ SPACES;
      if (others != 0) {
        return i + EightBytes.first(others);
      }
    }
    while (i < utf8.length && utf8[i] == ' ') {
      i++;
    }
    return i;
  }

  /** The offset of the next line break, the text's length where there is none. */
  public static int lineEnd(byte[] utf8, int from) {
    int i = from;
    for (; EightBytes.fit(utf8, i); i += Long.BYTES) {
      long bytes = (long) EightBytes.AT.get(utf8, i);
      long breaks = EightBytes.equal(bytes, LINE_FEEDS) | EightBytes.equal(bytes, RETURNS);
      if (breaks != 0) {
        return i + EightBytes.first(breaks);
      }
    }
    while (i < utf8.length && !isBreak(utf8[i])) {
      i++;
    }
    return i;
  }

  /** The offset after the line break at an offset, CRLF counting as one; the same at the end. */
  public static int skipBreak(byte[] utf8, int at) {
    if (at >= utf8.length) {
      return at;
    }
    boolean crlf = utf8[at] == '\r' && at + 1 < utf8.length && utf8[at + 1] == '\n';
    return at + (crlf ? 2 : 1);
  }

  /** Whether a document marker, three of a character, is at the start of a line (clause 9.1). */
  public static boolean isMarker(byte[] utf8, int lineStart, char of) {
    int end = lineStart + MARKER_LENGTH;
    return end <= utf8.length
        && utf8[lineStart] == of
        && utf8[lineStart + 1] == of
        && utf8[lineStart + 2] == of
        && endsToken(utf8, end);
  }

  /** The offset after the marker that begins at an offset. */
  public static int behindMarker(int lineStart) {
    return lineStart + MARKER_LENGTH;
  }

  /** {@link #skipSpaces(byte[], int)} up to a bound. */
  public static int skipSpaces(byte[] utf8, int from, int to) {
    return Math.min(skipSpaces(utf8, from), to);
  }

  /** The offset of the first byte that is neither a space nor a tab, up to a bound. */
  public static int skipWhite(byte[] utf8, int from, int to) {
    int i = from;
    while (i < to && isWhite(utf8[i])) {
      i++;
    }
    return i;
  }

  /** {@link #lineEnd(byte[], int)} up to a bound. */
  public static int lineEnd(byte[] utf8, int from, int to) {
    return Math.min(lineEnd(utf8, from), to);
  }

  /** The offset of the line after the one that an offset is in. */
  public static int nextLine(byte[] utf8, int from) {
    return skipBreak(utf8, lineEnd(utf8, from));
  }

  /**
   * Whether a byte stands for itself wherever it is in a flow scalar, as nearly all do: above the
   * backslash nothing begins an escape and nothing is a line break. Bytes of longer characters are
   * left to the decoder.
   */
  public static boolean readsAsItself(byte b) {
    return b > '\\';
  }
}
