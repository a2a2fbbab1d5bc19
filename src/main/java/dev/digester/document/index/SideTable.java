package dev.digester.document.index;

import java.util.Arrays;

/** A number for the few slots that have one: slots in ascending order, found by binary search. */
final class SideTable {
  private static final int FIRST_CAPACITY = 8;

  private int[] slots = new int[0];
  private long[] values = new long[0];
  private int size;

  /** Adds the value of a slot after all slots added before. */
  void add(int slot, long value) {
    if (size == slots.length) {
      int capacity = Math.max(FIRST_CAPACITY, size + (size >> 1));
      slots = Arrays.copyOf(slots, capacity);
      values = Arrays.copyOf(values, capacity);
    }
    slots[size] = slot;
    values[size++] = value;
  }

  boolean has(int slot) {
    return size > 0 && Arrays.binarySearch(slots, 0, size, slot) >= 0;
  }

  /** The value of a slot, {@code otherwise} where it has none. */
  long get(int slot, long otherwise) {
    int at = size == 0 ? -1 : Arrays.binarySearch(slots, 0, size, slot);
    return at < 0 ? otherwise : values[at];
  }

  int size() {
    return size;
  }

  long valueAt(int position) {
    return values[position];
  }

  /** What the arrays take of the heap, in bytes. */
  long bytes() {
    return (long) slots.length * (Integer.BYTES + Long.BYTES);
  }

  /** Gives back what was reserved. */
  void trim() {
    slots = Arrays.copyOf(slots, size);
    values = Arrays.copyOf(values, size);
  }
}
