package dev.digester.document.proof;

import dev.digester.document.index.NodeIndex;
import dev.digester.document.text.Splice;
import java.util.List;

/**
 * Makes the index of a text in which some scalars were replaced, from that of the old text: all
 * nodes are still there, in the same order; an excerpt tells where those near the edits are now.
 */
final class ShiftedIndex {
  private final NodeIndex old;
  private final Excerpt excerpt;
  private final NodeIndex edited;
  private final Shifts shifts;
  private final byte[] kinds;
  private final int[] starts;
  private final int[] ends;

  /**
   * The arrays of the new index.
   *
   * @param edited the excerpt's index after the edits, with as many nodes as before
   */
  ShiftedIndex(NodeIndex old, Splice splice, Excerpt excerpt, NodeIndex edited) {
    this.old = old;
    this.excerpt = excerpt;
    this.edited = edited;
    this.shifts = new Shifts(splice.edits());
    this.kinds = new byte[old.size()];
    this.starts = new int[old.size()];
    this.ends = new int[old.size()];
  }

  NodeIndex build() {
    List<Region> regions = excerpt.regions();
    int node = 0;
    for (int i = 0; i < regions.size(); i++) {
      Region region = regions.get(i);
      shift(node, region.first(), shifts.before(region.start()));
      node = excerpt.behind(i);
      take(i, node);
    }
    shift(node, old.size(), shifts.total());
    endCollections();
    return old.moved(kinds, starts, ends);
  }

  private void shift(int from, int to, int shift) {
    for (int node = from; node < to; node++) {
      kinds[node] = (byte) old.kindByte(node);
      starts[node] = old.start(node) + shift;
      ends[node] = old.end(node) + shift;
    }
  }

  private void take(int region, int behind) {
    Region whole = excerpt.regions().get(region);
    int shift = excerpt.shift(region);
    int slot = excerpt.first(region);
    for (int node = whole.first(); node < behind; node++, slot++) {
      kinds[node] = (byte) edited.kindByte(slot);
      starts[node] = edited.start(slot) - shift;
      ends[node] = edited.end(slot) - shift;
    }
  }

  /** A collection of block style ends where its last node does, one of flow style after that. */
  private void endCollections() {
    for (int node = old.size() - 1; node >= 0; node--) {
      int last = old.next(node) - 1;
      if (last > node) {
        ends[node] =
            old.end(node) == old.end(last) ? ends[last] : old.end(node) + shifts.at(old.end(node));
      }
    }
  }
}
