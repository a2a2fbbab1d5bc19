package dev.digester.document.text;

import java.util.Arrays;

/**
 * Finds some bytes in a text, by the first of them: quick where that is rare, as the {@code #} of
 * comments is.
 */
public final class ByteSearch {
  private final byte[] wanted;
  private final long firsts;

  /**
   * @param wanted at least one byte
   */
  public ByteSearch(byte[] wanted) {
    this.wanted = wanted;
    this.firsts = EightBytes.all((char) (wanted[0] & 0xFF));
  }

  /** Where the bytes are next, from an offset on; the text's length where they are not. */
  public int next(byte[] text, int from) {
    int i = pass(text, from);
    while (i < text.length && !isAt(text, i)) {
      i = pass(text, i + 1);
    }
    return i;
  }

  /** Passes over what is not the first byte. */
  private int pass(byte[] text, int from) {
    int i = from;
    for (; EightBytes.fit(text, i); i += Long.BYTES) {
      long found = EightBytes.equal((long) EightBytes.AT.get(text, i), firsts);
      if (found != 0) {
        return i + EightBytes.first(found);
      }
    }
    while (i < text.length && text[i] != wanted[0]) {
      i++;
    }
    return i;
  }

  private boolean isAt(byte[] text, int start) {
    int end = start + wanted.length;
    return end <= text.length && Arrays.equals(text, start, end, wanted, 0, wanted.length);
  }
}
