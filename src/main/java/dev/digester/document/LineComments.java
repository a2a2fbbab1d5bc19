package dev.digester.document;

import dev.digester.document.index.NodeIndex;
import dev.digester.document.index.NodeProperties;
import dev.digester.document.text.ByteSearch;
import dev.digester.document.text.Chars;

/** Where the comments that follow a node on its last line begin. */
final class LineComments {
  private final byte[] utf8;
  private final NodeIndex index;

  LineComments(byte[] utf8, NodeIndex index) {
    this.utf8 = utf8;
    this.index = index;
  }

  /** Takes a comment. */
  interface Visitor {
    /**
     * One comment.
     *
     * @param slot the node that it follows
     * @param start where it begins
     */
    void comment(int slot, int start);
  }

  /** Finds comments by how they begin: scans the bytes, then asks the index whose they are. */
  void each(byte[] marker, Visitor visitor) {
    ByteSearch search = new ByteSearch(marker);
    for (int i = search.next(utf8, 0); i < utf8.length; i = search.next(utf8, i + 1)) {
      int owner = owner(i);
      if (owner >= 0) {
        visitor.comment(owner, i);
      }
    }
  }

  /** Where the comment that follows a node begins, -1 if it has none: {@link Comments#line}. */
  int start(int slot) {
    return switch (index.kind(slot)) {
      case BLOCK_MAPPING, BLOCK_SEQUENCE -> -1;
      case LITERAL, FOLDED -> at(header(slot));
      default -> at(index.isKey(slot) ? behindColon(index.end(slot)) : behindComma(slot));
    };
  }

  private int header(int slot) {
    int i = index.start(slot);
    while (i < utf8.length && !Chars.isWhite(utf8[i]) && !Chars.isBreak(utf8[i])) {
      i++;
    }
    return Chars.skipWhite(utf8, i, utf8.length);
  }

  private int behindComma(int slot) {
    int i = Chars.skipWhite(utf8, index.end(slot), utf8.length);
    return i < utf8.length && utf8[i] == ',' ? Chars.skipWhite(utf8, i + 1, utf8.length) : i;
  }

  private int behindColon(int end) {
    int i = Chars.skipWhite(utf8, end, utf8.length);
    if (i < utf8.length && utf8[i] == ':') {
      i = Chars.skipWhite(utf8, i + 1, utf8.length);
      while (i < utf8.length && (utf8[i] == '&' || utf8[i] == '!')) {
        i = Chars.skipWhite(utf8, NodeProperties.end(utf8, i), utf8.length);
      }
    }
    return i;
  }

  /** The offset itself if a comment begins there, else -1. */
  private int at(int offset) {
    boolean comment =
        offset > 0
            && offset < utf8.length
            && utf8[offset] == '#'
            && Chars.isWhite(utf8[offset - 1]);
    return comment ? offset : -1;
  }

  /**
   * The node that a comment at an offset follows: the last one that begins before it, or a flow
   * collection that ends with it; -1 if there is none.
   */
  private int owner(int offset) {
    int slot = lastBefore(offset);
    while (slot >= 0 && start(slot) != offset) {
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
