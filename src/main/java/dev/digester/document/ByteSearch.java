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
    byte end = wanted[last];
    int[] far = steps;
    for (int i = from + last; i < text.length; i += far[text[i] & 0xFF]) {
      if (text[i] == end && Arrays.equals(text, i - last, i + 1, wanted, 0, last + 1)) {
        return i - last;
      }
    }
    return text.length;
  }
}
