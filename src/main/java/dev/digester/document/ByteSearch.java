package dev.digester.document;

import java.util.Arrays;

/**
 * Finds some bytes in a text. It looks at the text where the last of them would be, and most often
 * may pass over as many as there are: <a href="https://doi.org/10.1002/spe.4380100608">Horspool,
 * Practical fast searching in strings</a>.
 */
final class ByteSearch {
  private final byte[] wanted;

  /** By the byte that stands where the last one would be: how far away the next place is. */
  private final int[] steps = new int[1 << Byte.SIZE];

  /**
   * @param wanted at least one byte
   */
  ByteSearch(byte[] wanted) {
    this.wanted = wanted;
    int last = wanted.length - 1;
    Arrays.fill(steps, wanted.length);
    for (int i = 0; i < last; i++) {
      steps[wanted[i] & 0xFF] = last - i;
    }
  }

  /** Where the bytes are next, from an offset on; the text's length where they are not. */
  int next(byte[] text, int from) {
    int last = wanted.length - 1;
    int i = pass(text, from + last);
    while (i < text.length && !isAt(text, i - last)) {
      i = pass(text, i + steps[wanted[last] & 0xFF]);
    }
    return i < text.length ? i - last : text.length;
  }

  /** Passes over places that cannot be the last byte's: nearly all. */
  private int pass(byte[] text, int from) {
    byte end = wanted[wanted.length - 1];
    int[] far = steps;
    int i = from;
    while (i < text.length && text[i] != end) {
      i += far[text[i] & 0xFF];
    }
    return i;
  }

  private boolean isAt(byte[] text, int start) {
    return text[start] == wanted[0]
        && Arrays.equals(text, start, start + wanted.length, wanted, 0, wanted.length);
  }
}
