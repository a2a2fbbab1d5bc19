package dev.digester.document;

import java.util.Arrays;

/**
 * The nodes around places of a text. Asked about places in ascending order it walks over all
 * siblings of each level once; a place in front of the last one costs a walk from the start of the
 * innermost collection that begins in front of both.
 */
final class Surrounding {
  private final NodeIndex index;

  /**
   * The last node that begins in front of the place, behind all collections that it is in; only the
   * first {@link #length} count.
   */
  private final int[] path = new int[Anchors.MAX_DEPTH + 1];

  private int length;

  Surrounding(NodeIndex index) {
    this.index = index;
  }

  /** Moves to a place, in bytes. */
  void moveTo(int offset) {
    while (length > 0 && index.start(path[length - 1]) >= offset) {
      length--;
    }
    for (int level = 0; level < length; level++) {
      if (passSiblings(level, offset)) {
        length = level + 1;
      }
    }
    if (length == 0 && index.size() > 0 && index.start(0) < offset) {
      enter(0, offset);
    }
    while (length > 0 && hasChildBefore(path[length - 1], offset)) {
      enter(path[length - 1] + 1, offset);
    }
  }

  private void enter(int slot, int offset) {
    path[length++] = slot;
    passSiblings(length - 1, offset);
  }

  /** Replaces a node of the path by its last sibling in front of the place. */
  private boolean passSiblings(int level, int offset) {
    int behind = level == 0 ? index.size() : index.next(path[level - 1]);
    int from = path[level];
    int next = index.next(from);
    while (next < behind && index.start(next) < offset) {
      path[level] = next;
      next = index.next(next);
    }
    return path[level] != from;
  }

  private boolean hasChildBefore(int slot, int offset) {
    return index.next(slot) > slot + 1 && index.start(slot + 1) < offset;
  }

  /**
   * The first node that does not begin in front of the place; the index's size if there is none.
   */
  int first() {
    return length == 0 ? 0 : path[length - 1] + 1;
  }

  /** How many collections {@link #first} is in. */
  private int depth() {
    int depth = 0;
    while (depth < length && index.next(path[depth]) > first()) {
      depth++;
    }
    return depth;
  }

  /** The collections that {@link #first} is in, the outermost first. */
  int[] collections() {
    return Arrays.copyOf(path, depth());
  }

  /**
   * The scalar or the outermost flow collection in front of the place that does not end in front of
   * it; -1 if there is none.
   */
  int across(int offset) {
    for (int level = 0; level < length; level++) {
      NodeKind kind = index.kind(path[level]);
      if (!kind.isBlockCollection()) {
        return index.end(path[level]) > offset ? path[level] : -1;
      }
    }
    return -1;
  }
}
