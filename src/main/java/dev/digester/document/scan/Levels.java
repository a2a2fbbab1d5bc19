package dev.digester.document.scan;

import java.util.Arrays;

/** The open block collections and the columns, from 0, at which they stand. */
final class Levels {
  /** Outside of all collections: every column is further to the right. */
  static final int NO_COLUMN = -1;

  private static final int FIRST_CAPACITY = 32;

  /** Those around the innermost one; it is in fields, since every line asks for it. */
  private int[] columns = new int[FIRST_CAPACITY];

  private boolean[] mappings = new boolean[FIRST_CAPACITY];
  private int depth;
  private int column = NO_COLUMN;
  private boolean mapping;

  /** The column of the innermost collection. */
  int column() {
    return column;
  }

  boolean isMapping() {
    return mapping;
  }

  /** Whether the innermost collection is a sequence. */
  boolean isSequence() {
    return depth > 0 && !mapping;
  }

  /** Whether it is a sequence that is at the column of its mapping (clause 8.2.3). */
  boolean isIndentless() {
    return isSequence() && columns[depth - 1] == column;
  }

  boolean isEmpty() {
    return depth == 0;
  }

  void open(int column, boolean mapping) {
    if (depth == columns.length) {
      columns = Arrays.copyOf(columns, 2 * depth);
      mappings = Arrays.copyOf(mappings, 2 * depth);
    }
    columns[depth] = this.column;
    mappings[depth] = this.mapping;
    depth++;
    this.column = column;
    this.mapping = mapping;
  }

  void close() {
    depth--;
    column = columns[depth];
    mapping = mappings[depth];
  }
}
