package dev.digester.document;

import java.util.ArrayList;
import java.util.List;

/** Finds comments by how they begin: scans the bytes, then asks the index whose they are. */
final class MarkedComments {
  private final Comments comments;
  private final byte[] utf8;
  private final NodeIndex index;

  MarkedComments(Comments comments, byte[] utf8, NodeIndex index) {
    this.comments = comments;
    this.utf8 = utf8;
    this.index = index;
  }

  List<Comments.OfNode> find(byte[] marker) {
    List<Comments.OfNode> found = new ArrayList<>();
    ByteSearch search = new ByteSearch(marker);
    for (int i = search.next(utf8, 0); i < utf8.length; i = search.next(utf8, i + 1)) {
      int owner = owner(i);
      if (owner >= 0) {
        found.add(new Comments.OfNode(owner, comments.toLineEnd(i)));
      }
    }
    return found;
  }

  /**
   * The node that a comment at an offset follows: the last one that begins before it, or a flow
   * collection that ends with it; -1 if there is none.
   */
  private int owner(int offset) {
    int slot = lastBefore(offset);
    while (slot >= 0 && comments.lineStart(slot) != offset) {
      slot = index.isInFlow(slot) ? slot - 1 : -1;
    }
    return slot;
  }

  /** The last slot that begins before an offset: slots are in document order. */
  private int lastBefore(int offset) {
    int low = 0;
    int high = index.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (index.start(middle) < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }
}
