package dev.digester.document.scan;

import dev.digester.document.text.Chars;
import dev.digester.document.text.EightBytes;

/** Where plain scalars end (YAML 1.2.2, clause 7.3.3). */
final class PlainScalar {
  private static final long SPACES = EightBytes.all(' ');
  private static final long COLONS = EightBytes.all(':');
  private static final long HASHES = EightBytes.all('#');

  private PlainScalar() {}

  /**
   * Refuses what begins with an indicator (clause 5.3), but for {@code -}, {@code ?} and {@code :}
   * with text directly after them.
   */
  static void checkStart(byte[] utf8, int start) {
    switch (utf8[start]) {
      case ',', '[', ']', '{', '}', '#', '&', '*', '!', '|', '>', '%', '@', '`', '\t' ->
          throw new Unsure("a value that begins with an indicator");
      case '-', '?', ':' -> {
        if (Chars.endsToken(utf8, start + 1)) {
          throw new Unsure("a '-', '?' or ':' where it is not covered");
        }
      }
      default -> {}
    }
  }

  /** As {@link #checkStart}, in flow context, where parsers differ on {@code ?} and {@code :}. */
  static void checkFlowStart(byte[] utf8, int start) {
    checkStart(utf8, start);
    boolean dash = utf8[start] == '-';
    if (utf8[start] == '?'
        || utf8[start] == ':'
        || (dash && Chars.isFlowIndicator(utf8[start + 1]))) {
      throw new Unsure("a flow scalar that begins with an indicator");
    }
  }

  /**
   * What stops a plain scalar on its line, in block context: a {@code :} with white space or the
   * line's end after it, a {@code #} with white space before it, or the line's end.
   */
  static int stop(byte[] utf8, int start) {
    return stop(utf8, start, start);
  }

  /** As {@link #stop(byte[], int)}, where it is known that nothing stops it before an offset. */
  static int stop(byte[] utf8, int start, int from) {
    int i = pastText(utf8, from);
    while (i < utf8.length && !stops(utf8, start, i)) {
      i = pastText(utf8, i + 1);
    }
    return i;
  }

  /**
   * Passes over what stops no scalar, whatever is around it: nearly all. Where less than eight
   * bytes are left it may end too early.
   */
  static int pastText(byte[] utf8, int from) {
    int i = from;
    for (; EightBytes.fit(utf8, i); i += Long.BYTES) {
      long bytes = (long) EightBytes.AT.get(utf8, i);
      long others =
          EightBytes.below(bytes, SPACES)
              | EightBytes.equal(bytes, COLONS)
              | EightBytes.equal(bytes, HASHES);
      if (others != 0) {
        return i + EightBytes.first(others);
      }
    }
    return i;
  }

  private static boolean stops(byte[] utf8, int start, int at) {
    return switch (utf8[at]) {
      case '\n', '\r' -> true;
      case ':' -> Chars.endsToken(utf8, at + 1);
      case '#' -> at > start && Chars.isWhite(utf8[at - 1]);
      default -> false;
    };
  }

  /** As {@link #stop}, in flow context, where flow indicators stop it too. */
  static int flowStop(byte[] utf8, int start) {
    for (int i = start; i < utf8.length; i++) {
      boolean stops =
          switch (utf8[i]) {
            case ',', '[', ']', '{', '}' -> true;
            case ':' -> Chars.endsToken(utf8, i + 1) || Chars.isFlowIndicator(utf8[i + 1]);
            default -> stops(utf8, start, i);
          };
      if (stops) {
        return i;
      }
    }
    return utf8.length;
  }

  /** Where the text ends that was stopped: after its last character that is not white space. */
  static int end(byte[] utf8, int start, int stop) {
    int end = stop;
    while (end > start && Chars.isWhite(utf8[end - 1])) {
      end--;
    }
    return end;
  }

  /**
   * What stops a plain scalar for good, in block context: the stop on its last line.
   *
   * @param stop the stop on the first line, no {@code :}
   * @param parentColumn of the block collection that it is in, -1 for none
   */
  static int lastStop(byte[] utf8, int stop, int parentColumn) {
    int last = stop;
    while (Chars.endsLine(utf8, last)) {
      int next = Continuation.next(utf8, last);
      boolean ends =
          next == utf8.length
              || utf8[next] == '#'
              || !Continuation.isInside(utf8, next, parentColumn);
      if (ends) {
        return last;
      }
      last = stop(utf8, next);
      if (last < utf8.length && utf8[last] == ':') {
        throw new Unsure("a ':' after a scalar of several lines");
      }
    }
    return last;
  }
}
