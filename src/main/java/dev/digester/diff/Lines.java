package dev.digester.diff;

import java.util.Arrays;

/** A text and where its lines begin. */
final class Lines {
  private final byte[] text;
  private final int[] starts;
  private final int count;

  Lines(byte[] text) {
    this.text = text;
    int[] found = new int[64];
    int lines = 0;
    for (int at = 0; at < text.length; at = next(text, at)) {
      if (lines + 1 == found.length) {
        found = Arrays.copyOf(found, 2 * found.length);
      }
      found[lines++] = at;
    }
    found[lines] = text.length;
    this.starts = found;
    this.count = lines;
  }

  private static int next(byte[] text, int from) {
    int at = from;
    while (at < text.length && text[at] != '\n') {
      at++;
    }
    return Math.min(at + 1, text.length);
  }

  int count() {
    return count;
  }

  byte[] text() {
    return text;
  }

  /** Where a line begins; the text's length for the one after the last. */
  int start(int line) {
    return starts[line];
  }

  /** Whether a line ends with a line feed. */
  boolean isEnded(int line) {
    return text[starts[line + 1] - 1] == '\n';
  }

  /** Whether two lines of two texts are equal. */
  boolean isSame(int line, Lines other, int otherLine) {
    return Arrays.equals(
        text,
        starts[line],
        starts[line + 1],
        other.text,
        other.starts[otherLine],
        other.starts[otherLine + 1]);
  }

  /** How many lines agree from one line of each text on. */
  int agreeing(int from, Lines other, int otherFrom) {
    int lines = 0;
    while (from + lines < count
        && otherFrom + lines < other.count
        && isSame(from + lines, other, otherFrom + lines)) {
      lines++;
    }
    return lines;
  }
}
