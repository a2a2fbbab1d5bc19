package dev.digester.document;

import dev.digester.document.scan.Chars;

/** Small steps over the bytes of a text. */
final class TextScan {
  private TextScan() {}

  /** A space or a tab (YAML 1.2.2, clause 5.5); a byte or a char. */
  static boolean isWhite(int unit) {
    return unit == ' ' || unit == '\t';
  }

  /** LF or CR (clause 5.4). */
  static boolean isBreak(byte b) {
    return b == '\n' || b == '\r';
  }

  /** One of {@code , [ ] { }} (clause 5.3). */
  static boolean isFlowIndicator(byte b) {
    return b == ',' || b == '[' || b == ']' || b == '{' || b == '}';
  }

  static int skipSpaces(byte[] utf8, int from, int to) {
    return Math.min(Chars.skipSpaces(utf8, from), to);
  }

  static int skipWhite(byte[] utf8, int from, int to) {
    int i = from;
    while (i < to && isWhite(utf8[i])) {
      i++;
    }
    return i;
  }

  /** The offset of the next line break, {@code to} where there is none. */
  static int lineEnd(byte[] utf8, int from, int to) {
    return Math.min(Chars.lineEnd(utf8, from), to);
  }

  /** The offset of the line behind the one that an offset is in. */
  static int nextLine(byte[] utf8, int from) {
    return Chars.skipBreak(utf8, Chars.lineEnd(utf8, from));
  }
}
