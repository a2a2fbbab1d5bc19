package dev.digester.document;

/**
 * Proves that a document with text spliced in still has each old node that no edit replaces: the
 * same kind and properties, under the same parent, in the same order, shifted as the edits shift
 * it; and that every other node comes from the text of an edit.
 */
final class SpliceProof {
  private static final int NONE = -1;

  private final NodeIndex old;
  private final NodeIndex now;
  private final Shifts shifts;

  /** The new slot of each old node that is kept. */
  private final int[] kept;

  private final int[] oldParents;
  private final int[] newParents;

  SpliceProof(Document document, Splice splice, Document edited) {
    this.old = document.index();
    this.now = edited.index();
    this.shifts = new Shifts(splice);
    this.kept = new int[old.size()];
    this.oldParents = parents(old);
    this.newParents = parents(now);
  }

  private static int[] parents(NodeIndex index) {
    int[] parents = new int[index.size()];
    int parent = NONE;
    for (int slot = 0; slot < parents.length; slot++) {
      while (parent != NONE && index.next(parent) <= slot) {
        parent = parents[parent];
      }
      parents[slot] = parent;
      if (!index.kind(slot).isScalar() && index.kind(slot) != NodeKind.ALIAS) {
        parent = slot;
      }
    }
    return parents;
  }

  void check() {
    int slot = 0;
    for (int node = 0; node < now.size(); node++) {
      while (slot < old.size() && isReplaced(slot)) {
        kept[slot++] = NONE;
      }
      if (slot < old.size() && matches(slot, node)) {
        kept[slot++] = node;
      } else if (!shifts.isNew(now.start(node))) {
        throw Proof.defect("an unexpected node at its byte " + now.start(node));
      }
    }
    while (slot < old.size() && isReplaced(slot)) {
      slot++;
    }
    if (slot < old.size()) {
      throw Proof.defect("the node at byte " + old.start(slot) + " is gone");
    }
  }

  private boolean isReplaced(int slot) {
    return shifts.isReplaced(old.start(slot), old.end(slot));
  }

  private boolean matches(int slot, int node) {
    int parent = oldParents[slot];
    boolean sameParent = (parent == NONE ? NONE : kept[parent]) == newParents[node];
    boolean leaf = old.next(slot) == slot + 1 && !old.kind(slot).isFlow();
    return sameParent
        && old.kindByte(slot) == now.kindByte(node)
        && isAt(slot, now.start(node))
        && (!leaf || now.end(node) - now.start(node) == old.end(slot) - old.start(slot))
        && sameSides(slot, node);
  }

  /**
   * Whether a node is where it should be. Where text is inserted at its start, it may also begin in
   * front of that: an empty node, and a block collection that gets a new first child.
   */
  private boolean isAt(int slot, int start) {
    int before = old.start(slot);
    NodeKind kind = old.kind(slot);
    boolean stays =
        old.end(slot) == before
            || kind == NodeKind.BLOCK_MAPPING
            || kind == NodeKind.BLOCK_SEQUENCE;
    return start == before + shifts.at(before)
        || (stays && start == before + shifts.before(before));
  }

  private boolean sameSides(int slot, int node) {
    boolean alias = old.kind(slot) == NodeKind.ALIAS;
    return (!alias || kept[old.resolve(slot)] == now.resolve(node))
        && old.anchor(slot).map(this::shifted).equals(now.anchor(node))
        && old.tag(slot).map(this::shifted).equals(now.tag(node));
  }

  private Span shifted(Span span) {
    return span.shifted(shifts.at(span.start()));
  }
}
