package dev.digester.document.text;

/**
 * Counts lines: how many begin before every 256 bytes of a text, and the rest by looking. A
 * sixtieth of the text's size, where a table of all line starts would be a fifth of it.
 */
final class LineTable {
  private static final int BLOCK_BITS = 8;

  private final byte[] utf8;
  private final int[] breaksBefore;

  private LineTable(byte[] utf8, int[] breaksBefore) {
    this.utf8 = utf8;
    this.breaksBefore = breaksBefore;
  }

  static LineTable of(byte[] utf8) {
    int[] breaksBefore = new int[(utf8.length >>> BLOCK_BITS) + 1];
    for (int block = 1; block < breaksBefore.length; block++) {
      int end = block << BLOCK_BITS;
      breaksBefore[block] = breaksBefore[block - 1] + breaks(utf8, end - (1 << BLOCK_BITS), end);
    }
    return new LineTable(utf8, breaksBefore);
  }

  int line(int offset) {
    int block = offset >>> BLOCK_BITS;
    return 1 + breaksBefore[block] + breaks(utf8, block << BLOCK_BITS, offset);
  }

  /** The line breaks that end within a range; CRLF ends with its LF. */
  static int breaks(byte[] utf8, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      byte b = utf8[i];
      if (b == '\n' || (b == '\r' && (i + 1 == utf8.length || utf8[i + 1] != '\n'))) {
        count++;
      }
    }
    return count;
  }
}
