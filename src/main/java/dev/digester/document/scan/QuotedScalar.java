package dev.digester.document.scan;

import dev.digester.document.text.Chars;
import dev.digester.document.text.EightBytes;

/** Where quoted scalars end (YAML 1.2.2, clauses 7.3.1 and 7.3.2). */
final class QuotedScalar {
  private static final long SPACES = EightBytes.all(' ');
  private static final long SINGLE_QUOTES = EightBytes.all('\'');
  private static final long DOUBLE_QUOTES = EightBytes.all('"');
  private static final long BACKSLASHES = EightBytes.all('\\');

  private QuotedScalar() {}

  /**
   * The offset after the closing quote.
   *
   * @param parentColumn of the block collection that the scalar is in, -1 for none
   */
  static int end(byte[] utf8, int start, int parentColumn) {
    byte quote = utf8[start];
    int i = pastText(utf8, start + 1);
    while (i < utf8.length) {
      byte b = utf8[i];
      if (b == quote) {
        if (quote == '"' || i + 1 == utf8.length || utf8[i + 1] != quote) {
          return i + 1;
        }
        i += 2;
      } else if (b == '\\' && quote == '"') {
        i = behindEscape(utf8, i);
      } else {
        i = Chars.isBreak(b) ? nextLine(utf8, i, parentColumn) : i + 1;
      }
      i = pastText(utf8, i);
    }
    throw new Unsure("a quote that is not closed");
  }

  /**
   * The offset after the closing quote of a scalar without quotes, backslashes and line breaks in
   * it; of any other, where it begins.
   */
  static int simpleEnd(byte[] utf8, int start) {
    int close = pastText(utf8, start + 1);
    return close < utf8.length && utf8[close] == utf8[start] ? close + 1 : start;
  }

  /** Passes over what is neither a quote nor a backslash nor a line break: nearly all. */
  private static int pastText(byte[] utf8, int from) {
    int i = from;
    for (; EightBytes.fit(utf8, i); i += Long.BYTES) {
      long bytes = (long) EightBytes.AT.get(utf8, i);
      long others =
          EightBytes.below(bytes, SPACES)
              | EightBytes.equal(bytes, DOUBLE_QUOTES)
              | EightBytes.equal(bytes, SINGLE_QUOTES)
              | EightBytes.equal(bytes, BACKSLASHES);
      if (others != 0) {
        return i + EightBytes.first(others);
      }
    }
    return i;
  }

  private static int nextLine(byte[] utf8, int lineEnd, int parentColumn) {
    int next = Continuation.next(utf8, lineEnd);
    if (next < utf8.length && !Continuation.isInside(utf8, next, parentColumn)) {
      throw new Unsure("a quoted scalar with a line that is not indented");
    }
    return next;
  }

  /** The offset after a backslash and what it escapes (clause 5.7; parsers lack some of them). */
  private static int behindEscape(byte[] utf8, int at) {
    int next = at + 1;
    if (next >= utf8.length) {
      throw new Unsure("a quote that is not closed");
    }
    return switch (utf8[next]) {
      case '0', 'a', 'b', 't', 'n', 'v', 'f', 'r', 'e', ' ', '"', '/', '\\', '_' -> next + 1;
      case 'x' -> behindHex(utf8, next + 1, 2);
      case 'u' -> behindHex(utf8, next + 1, 4);
      case 'U' -> behindHex(utf8, next + 1, 8);
      // An escaped line break: the loop goes on with the line break.
      case '\n', '\r' -> next;
      default -> throw new Unsure("an escape that is not known");
    };
  }

  private static int behindHex(byte[] utf8, int from, int digits) {
    int value = 0;
    for (int i = from; i < from + digits; i++) {
      int digit = i < utf8.length ? Character.digit(utf8[i], 16) : -1;
      if (digit < 0 || value > Character.MAX_CODE_POINT >> 4) {
        throw new Unsure("an escape that is not known");
      }
      value = value << 4 | digit;
    }
    return from + digits;
  }
}
