package dev.digester.document.proof;

import dev.digester.document.index.NodeIndex;

/** The collections that nodes are in, for a walk over an index in the order of the text. */
final class Enclosing {
  private static final int NONE = -1;

  private final NodeIndex index;

  /** Of the nodes before the one that was asked about last, those that end after it. */
  private final int[] open = new int[NodeIndex.MAX_DEPTH + 1];

  private int depth;
  private int passed;

  Enclosing(NodeIndex index) {
    this.index = index;
  }

  /** The collection that a node is in, -1 for a root. */
  int parent(int slot) {
    while (passed < slot) {
      closeBefore(passed);
      if (index.next(passed) > passed + 1) {
        open[depth++] = passed;
      }
      passed++;
    }
    closeBefore(slot);
    return depth == 0 ? NONE : open[depth - 1];
  }

  private void closeBefore(int slot) {
    while (depth > 0 && index.next(open[depth - 1]) <= slot) {
      depth--;
    }
  }
}
