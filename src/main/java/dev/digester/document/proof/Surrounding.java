package dev.digester.document.proof;

import dev.digester.document.index.NodeIndex;
import java.util.Arrays;

/**
 * The nodes around places of a text. Asked about places in ascending order it walks over all
 * siblings of each level once; a place before the last one costs a walk from the start of the
 * innermost collection that begins before both.
 */
final class Surrounding {
  private final NodeIndex index;

  /**
   * The last node that begins before the place, after all collections that it is in; only the first
   * {@link #length} count.
   */
  private final int[] path = new int[NodeIndex.MAX_DEPTH + 1];

  private int length;

  Surrounding(NodeIndex index) {
    this.index = index;
  }

  /** Moves to a place, in bytes. */
  void moveTo(int offset) {
    while (length > 0 && index.start(path[length - 1]) >= offset) {
      length--;
    }
    int level = length;
    while (level > 0 && isBefore(index.next(path[level - 1]), offset)) {
      level--;
    }
    if (level < length) {
      length = level;
      enter(path[level], offset);
    } else if (length == 0 && isBefore(0, offset)) {
      enter(0, offset);
    }
    while (length > 0 && hasChildBefore(path[length - 1], offset)) {
      enter(path[length - 1] + 1, offset);
    }
  }

  /** Goes down to a node, or rather to its last sibling before the place. */
  private void enter(int slot, int offset) {
    int behind = length == 0 ? index.size() : index.next(path[length - 1]);
    int last = slot;
    int next = index.next(slot);
    while (next < behind && index.start(next) < offset) {
      last = next;
      next = index.next(next);
    }
    path[length++] = last;
  }

  private boolean isBefore(int slot, int offset) {
    return slot < index.size() && index.start(slot) < offset;
  }

  private boolean hasChildBefore(int slot, int offset) {
    return index.next(slot) > slot + 1 && index.start(slot + 1) < offset;
  }

  /** The first node that does not begin before the place; the index's size if there is none. */
  int first() {
    return length == 0 ? 0 : path[length - 1] + 1;
  }

  /** The collections that {@link #first} is in, the outermost first. */
  int[] collections() {
    int depth = length;
    while (depth > 0 && index.next(path[depth - 1]) <= first()) {
      depth--;
    }
    return Arrays.copyOf(path, depth);
  }

  /**
   * The scalar or the outermost flow collection before the place that does not end before it; -1 if
   * there is none.
   */
  int across(int offset) {
    int across = -1;
    for (int level = length - 1; level >= 0 && !isBlock(path[level]); level--) {
      across = path[level];
    }
    return across >= 0 && index.end(across) > offset ? across : -1;
  }

  private boolean isBlock(int slot) {
    return index.kind(slot).isBlockCollection();
  }
}
