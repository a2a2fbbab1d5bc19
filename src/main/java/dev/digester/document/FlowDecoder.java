package dev.digester.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.digester.document.text.Chars;

/** Decodes a plain or quoted scalar that has escapes or several lines (clause 7.3). */
final class FlowDecoder {
  private final byte[] utf8;
  private final int end;
  private final byte escape;
  private final StringBuilder value;
  private int at;

  /** How much of the value is not white space that the end of a line drops. */
  private int fixed;

  private boolean surrogates;

  /**
   * Of what is between the quotes of a scalar.
   *
   * @param escape the byte that begins an escape in its style; 0 for plain scalars
   */
  FlowDecoder(byte[] utf8, int start, int end, byte escape) {
    this.utf8 = utf8;
    this.at = start;
    this.end = end;
    this.escape = escape;
    this.value = new StringBuilder(end - at);
  }

  String decode() {
    while (at < end) {
      if (Chars.isBreak(utf8[at])) {
        fold();
      } else if (utf8[at] == escape) {
        escape();
      } else {
        run();
      }
    }
    return surrogates ? paired() : value.toString();
  }

  private void run() {
    int from = at;
    while (at < end && !Chars.isBreak(utf8[at]) && utf8[at] != escape) {
      at++;
    }
    value.append(new String(utf8, from, at - from, UTF_8));
  }

  /** One line break reads as a space, n of them as n-1; white space around them is dropped. */
  private void fold() {
    int text = value.length();
    while (text > fixed && Chars.isWhite(value.charAt(text - 1))) {
      text--;
    }
    value.setLength(text);
    int breaks = skipBreaks();
    if (breaks == 1) {
      value.append(' ');
    } else {
      value.repeat('\n', breaks - 1);
    }
    fixed = value.length();
  }

  private int skipBreaks() {
    int breaks = 0;
    while (at < end && Chars.isBreak(utf8[at])) {
      at = Chars.skipWhite(utf8, Chars.skipBreak(utf8, at), end);
      breaks++;
    }
    return breaks;
  }

  private void escape() {
    at++;
    if (escape == '\'') {
      value.append('\'');
      at++;
    } else if (Chars.isBreak(utf8[at])) {
      // An escaped line break joins the lines; further empty lines are kept (clause 7.3.1).
      value.repeat('\n', skipBreaks() - 1);
    } else {
      at = character(utf8[at]);
    }
    fixed = value.length();
  }

  /** Appends what an escape stands for (clause 5.7) and gives the offset after it. */
  private int character(byte code) {
    int digits = code == 'x' ? 2 : code == 'u' ? 4 : code == 'U' ? 8 : 0;
    int behind = at + 1 + digits;
    if (digits == 0) {
      value.append(named(code));
      return behind;
    }
    int codePoint = Integer.parseInt(new String(utf8, at + 1, digits, UTF_8), 16);
    surrogates |= codePoint <= Character.MAX_VALUE && Character.isSurrogate((char) codePoint);
    value.appendCodePoint(codePoint);
    return behind;
  }

  private static char named(byte code) {
    return switch (code) {
      case '0' -> '\0';
      case 'a' -> '\u0007';
      case 'b' -> '\b';
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'v' -> '\u000B';
      case 'f' -> '\f';
      case 'r' -> '\r';
      case 'e' -> '\u001B';
      case 'N' -> '\u0085';
      case '_' -> '\u00A0';
      case 'L' -> '\u2028';
      case 'P' -> '\u2029';
      // Space, tab, quote, slash and backslash stand for themselves.
      default -> (char) code;
    };
  }

  /** Surrogates in pairs are a character; one only is none, and reads as U+FFFD. */
  private String paired() {
    return new String(value.toString().codePoints().map(FlowDecoder::known).toArray(), 0, count());
  }

  private int count() {
    return value.codePointCount(0, value.length());
  }

  private static int known(int codePoint) {
    boolean lone = codePoint <= Character.MAX_VALUE && Character.isSurrogate((char) codePoint);
    return lone ? 0xFFFD : codePoint;
  }
}
