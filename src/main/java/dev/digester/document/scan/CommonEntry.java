package dev.digester.document.scan;

/**
 * The entry of a block mapping that nearly every line of a manifest holds, found in one pass:
 *
 * <pre>
 *   key:
 *   key: plain value
 *   key: 'quoted value'
 * </pre>
 *
 * Key and plain value begin with a letter or a digit, the key has no other colon and ends at that,
 * the value ends with the line, and the next line has content that cannot belong to the value. All
 * else, comments and CRLF among it, is for {@link BlockScan} to take apart.
 */
final class CommonEntry {
  private final byte[] utf8;
  private int colon;
  private int value;
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
    lineEnd = value;
    if (utf8[value] == ' ') {
      value++;
      lineEnd = valueEnd(value);
    }
    return lineEnd < utf8.length
        && utf8[lineEnd] == '\n'
        && colon - start <= BlockScan.MAX_KEY
        && isNextOutside(column);
  }

  /** Where the value ends if it is of a common form; else something that is no line's end. */
  private int valueEnd(int start) {
    byte first = utf8[start];
    if (!isWord(first)) {
      return first == '\'' || first == '"' ? QuotedScalar.simpleEnd(utf8, start) : colon;
    }
    int end = PlainScalar.pastText(utf8, start);
    if (end < utf8.length && utf8[end] != '\n') {
      end = PlainScalar.stop(utf8, start, end);
    }
    return Chars.isWhite(utf8[end - 1]) ? colon : end;
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
    return value < lineEnd;
  }

  /** Where the value begins, which ends with the line. */
  int value() {
    return value;
  }

  int lineEnd() {
    return lineEnd;
  }

  /** The first character of the next line that is no space. */
  int nextContent() {
    return nextContent;
  }
}
