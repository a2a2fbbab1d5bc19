package dev.digester.document.scan;

import dev.digester.document.text.Chars;

/**
 * The entry of a block mapping that nearly every line of a manifest holds, found in one pass:
 *
 * <pre>
 *   key:
 *   key: plain value
 *   key: 'quoted value'  # comment
 * </pre>
 *
 * Key and plain value begin with a letter or a digit, the key has no other colon and ends at that,
 * nothing but a comment is after the value, and the next line has content that cannot belong to it.
 * All else, CRLF among it, is for {@link BlockScan} to take apart.
 */
final class CommonEntry {
  private final byte[] utf8;
  private int colon;
  private int value;
  private int valueEnd;
  private int lineEnd;
  private int nextContent;

  CommonEntry(byte[] utf8) {
    this.utf8 = utf8;
  }

  /**
   * Whether such an entry begins at an offset; what follows is about it then.
   *
   * @param column of the entry
   */
  boolean isAt(int start, int column) {
    if (!isWord(utf8[start])) {
      return false;
    }
    colon = PlainScalar.pastText(utf8, start);
    if (colon >= utf8.length - 2 || utf8[colon] != ':' || utf8[colon - 1] == ' ') {
      return false;
    }
    value = colon + 1;
    if (utf8[value] == ' ') {
      value++;
      valueEnd = endOf(value);
      lineEnd = behindComment(valueEnd);
    } else {
      valueEnd = value;
      lineEnd = value;
    }
    return lineEnd < utf8.length
        && utf8[lineEnd] == '\n'
        && colon - start <= Lines.MAX_KEY
        && isNextOutside(column);
  }

  /** Where a scalar ends if it is of a common form; else the colon, which is not a line's end. */
  private int endOf(int start) {
    byte first = utf8[start];
    if (!isWord(first)) {
      return first == '\'' || first == '"' ? QuotedScalar.simpleEnd(utf8, start) : colon;
    }
    int stop = PlainScalar.pastText(utf8, start);
    if (stop < utf8.length && utf8[stop] != '\n') {
      stop = PlainScalar.stop(utf8, start, stop);
    }
    return PlainScalar.end(utf8, start, stop);
  }

  /** The line's end if nothing but spaces and a comment are before it; else something else. */
  private int behindComment(int from) {
    if (from == utf8.length || utf8[from] == '\n') {
      return from;
    }
    int at = Chars.skipSpaces(utf8, from);
    boolean comment = at > from && at < utf8.length && utf8[at] == '#';
    return comment ? Chars.lineEnd(utf8, at) : at;
  }

  /** Whether the next line has content, no further right than the entry where that has a value. */
  private boolean isNextOutside(int column) {
    int line = lineEnd + 1;
    nextContent = Chars.skipSpaces(utf8, line);
    if (nextContent == utf8.length || (hasValue() && nextContent - line > column)) {
      return false;
    }
    byte next = utf8[nextContent];
    return next > ' ' && next != '#';
  }

  /** A letter or a digit of ASCII. */
  private static boolean isWord(byte b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9');
  }

  /** Where the key ends. */
  int colon() {
    return colon;
  }

  boolean hasValue() {
    return value < valueEnd;
  }

  /** Where the value begins. */
  int value() {
    return value;
  }

  int valueEnd() {
    return valueEnd;
  }

  int lineEnd() {
    return lineEnd;
  }

  /** The first character of the next line that is not a space. */
  int nextContent() {
    return nextContent;
  }
}
