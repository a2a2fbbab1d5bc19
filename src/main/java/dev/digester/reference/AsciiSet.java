package dev.digester.reference;

/**
 * A set of characters of ASCII.
 *
 * @param low a bit for each of the first 64
 * @param high a bit for each of the others
 */
record AsciiSet(long low, long high) {
  /**
   * A set of ranges.
   *
   * @param ranges the first and the last character of each, such as {@code AZaz}
   */
  static AsciiSet ofRanges(String ranges) {
    var set = new AsciiSet(0, 0);
    for (var i = 0; i < ranges.length(); i += 2) {
      for (var c = ranges.charAt(i); c <= ranges.charAt(i + 1); c++) {
        set = set.with(c);
      }
    }
    return set;
  }

  /** These and some more. */
  AsciiSet and(String characters) {
    var set = this;
    for (var i = 0; i < characters.length(); i++) {
      set = set.with(characters.charAt(i));
    }
    return set;
  }

  private AsciiSet with(char c) {
    // A shift of a long looks at the lowest six bits of its distance.
    var bit = 1L << c;
    return c < Long.SIZE ? new AsciiSet(low | bit, high) : new AsciiSet(low, high | bit);
  }

  boolean has(char c) {
    return c < 2 * Long.SIZE && (((c < Long.SIZE ? low : high) >>> c) & 1) != 0;
  }

  /** Whether a text has no other characters. */
  boolean hasAll(String text) {
    return past(text, 0) == text.length();
  }

  /** The position of the first other character from a position on; the text's length if none. */
  int past(String text, int start) {
    var position = start;
    while (position < text.length() && has(text.charAt(position))) {
      position++;
    }
    return position;
  }
}
