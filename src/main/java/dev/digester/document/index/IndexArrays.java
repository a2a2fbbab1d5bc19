package dev.digester.document.index;

import java.util.Arrays;

/** The growing arrays of an index. */
final class IndexArrays {
  /** Bytes of text for a node that are assumed while nothing is known; manifests have 12 to 18. */
  private static final int BYTES_A_NODE = 12;

  /**
   * The bytes of a long text that are to tell how many nodes the whole has: what is reserved is
   * filled with zeros, and so costs time and memory even where it is not used.
   */
  private static final int SAMPLE = 1 << 16;

  byte[] kinds;
  int[] starts;
  int[] ends;
  int[] nexts;
  int size;

  private final int textBytes;

  IndexArrays(int textBytes) {
    this.textBytes = textBytes;
    int capacity = BYTES_A_NODE + Math.min(textBytes, SAMPLE) / BYTES_A_NODE;
    kinds = new byte[capacity];
    starts = new int[capacity];
    ends = new int[capacity];
    nexts = new int[capacity];
  }

  /** Arrays that were filled already. */
  IndexArrays(byte[] kinds, int[] starts, int[] ends, int[] nexts, int size) {
    this.textBytes = 0;
    this.kinds = kinds;
    this.starts = starts;
    this.ends = ends;
    this.nexts = nexts;
    this.size = size;
  }

  /** Adds a slot and gives its number. */
  int add(int kind, int start, int end) {
    int slot = size;
    if (slot == kinds.length) {
      resize(capacityFrom(start));
    }
    kinds[slot] = (byte) kind;
    starts[slot] = start;
    ends[slot] = end;
    nexts[slot] = slot + 1;
    size = slot + 1;
    return slot;
  }

  /**
   * What the whole text needs if it goes on as it was up to an offset, and a little more: growing
   * copies, and should do so once. At least an eighth more, at most twice as much or what was
   * assumed.
   */
  private int capacityFrom(int offset) {
    long whole = (long) size * textBytes / Math.max(offset, 1);
    int most = Math.max(size, textBytes / BYTES_A_NODE);
    return size + Math.clamp(whole + whole / 32 - size, 1 + (size >> 3), most);
  }

  /** Gives back what was reserved, where it is more than what is used. */
  void trim() {
    if (kinds.length - size > size) {
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
