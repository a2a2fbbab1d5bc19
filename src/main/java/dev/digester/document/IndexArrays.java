package dev.digester.document;

import java.util.Arrays;

/** The growing arrays of an index. */
final class IndexArrays {
  /** Bytes of text for a node that is reserved at first; manifests have 10 to 20. */
  private static final int BYTES_A_NODE = 16;

  byte[] kinds;
  int[] starts;
  int[] ends;
  int[] nexts;
  int size;

  IndexArrays(int textBytes) {
    int capacity = BYTES_A_NODE + textBytes / BYTES_A_NODE;
    kinds = new byte[capacity];
    starts = new int[capacity];
    ends = new int[capacity];
    nexts = new int[capacity];
  }

  /** Adds a slot and gives its number. */
  int add(int kind, int start, int end) {
    if (size == kinds.length) {
      resize(size + (size >> 1));
    }
    kinds[size] = (byte) kind;
    starts[size] = start;
    ends[size] = end;
    nexts[size] = size + 1;
    return size++;
  }

  /** Gives back what was reserved, where it is more than an eighth. */
  void trim() {
    if (kinds.length - size > size >> 3) {
      resize(size);
    }
  }

  private void resize(int capacity) {
    kinds = Arrays.copyOf(kinds, capacity);
    starts = Arrays.copyOf(starts, capacity);
    ends = Arrays.copyOf(ends, capacity);
    nexts = Arrays.copyOf(nexts, capacity);
  }
}
