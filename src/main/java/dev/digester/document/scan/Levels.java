package dev.digester.document.scan;

import java.util.Arrays;

/** The open block collections and the columns, from 0, at which they stand. */
final class Levels {
  /** Outside of all collections: every column is further to the right. */
  static final int NO_COLUMN = -1;

  private static final int FIRST_CAPACITY = 32;

  private int[] columns = new int[FIRST_CAPACITY];
  private boolean[] mappings = new boolean[FIRST_CAPACITY];
  private int depth;

  Levels() {
    columns[0] = NO_COLUMN;
  }

  /** The column of the innermost collection. */
  int column() {
    return columns[depth];
  }

  boolean isMapping() {
    return mappings[depth];
  }

  /** Whether the innermost collection is a sequence. */
  boolean isSequence() {
    return depth > 0 && !mappings[depth];
  }

  /** Whether it is a sequence that stands at the column of its mapping (clause 8.2.3). */
  boolean isIndentless() {
    return isSequence() && columns[depth - 1] == columns[depth];
  }

  boolean isEmpty() {
    return depth == 0;
  }

  void open(int column, boolean mapping) {
    depth++;
    if (depth == columns.length) {
      columns = Arrays.copyOf(columns, 2 * depth);
      mappings = Arrays.copyOf(mappings, 2 * depth);
    }
    columns[depth] = column;
    mappings[depth] = mapping;
  }

  void close() {
    depth--;
  }
}
