package dev.digester.document;

import java.util.List;

/**
 * Proves that a document with text spliced in still has each old node that no edit replaces: the
 * same kind and properties, under the same parent, in the same order, shifted as the edits shift
 * it; that each scalar with a new value reads that; and that every other node comes from the text
 * of an edit.
 */
final class SpliceProof {
  private static final int NONE = -1;

  private final Document document;
  private final Document edited;
  private final NodeIndex old;
  private final NodeIndex now;
  private final Shifts shifts;

  /** The new slot of each old node that is kept. */
  private final int[] kept;

  /** The slots of the scalars with new values, ascending, and the values. */
  private final Ascending changed;

  private final List<String> values;

  private final Enclosing oldParents;
  private final Enclosing newParents;

  /** Whether any node is an alias, or has an anchor or a tag. */
  private final boolean sides;

  /**
   * A proof of one splice.
   *
   * @param replacements whose edits are among the splice's, in document order
   */
  SpliceProof(Document document, List<Replacement> replacements, Splice splice, Document edited) {
    this.changed =
        new Ascending(replacements.stream().mapToInt(change -> change.scalar().id()).toArray());
    this.values = replacements.stream().map(Replacement::value).toList();
    this.document = document;
    this.edited = edited;
    this.old = document.index();
    this.now = edited.index();
    this.shifts = new Shifts(splice);
    this.kept = new int[old.size()];
    this.oldParents = new Enclosing(old);
    this.newParents = new Enclosing(now);
    this.sides = old.hasSides() || now.hasSides();
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

  /** What is true of nearly all nodes, and costs least to find out, is asked first. */
  private boolean isReplaced(int slot) {
    int start = old.start(slot);
    return !shifts.isUntouched(start, start)
        && !isChanged(slot)
        && shifts.isReplaced(old.start(slot), old.end(slot));
  }

  private boolean isChanged(int slot) {
    return changed.has(slot);
  }

  private boolean matches(int slot, int node) {
    int parent = oldParents.parent(slot);
    boolean sameParent = (parent == NONE ? NONE : kept[parent]) == newParents.parent(node);
    return sameParent
        && (isUntouched(slot, node) || isSameOrChanged(slot, node))
        && sameSides(slot, node);
  }

  private boolean isSameOrChanged(int slot, int node) {
    return isChanged(slot) ? hasNewValue(slot, node) : isSame(slot, node);
  }

  /** Whether a leaf that no edit touches is where the edits before it shift it. */
  private boolean isUntouched(int slot, int node) {
    int start = old.start(slot);
    int end = old.end(slot);
    int shift = now.start(node) - start;
    return old.next(slot) == slot + 1
        && shifts.isUntouched(start, end)
        && shift == shifts.before(start)
        && now.end(node) == end + shift
        && old.kindByte(slot) == now.kindByte(node);
  }

  /** A scalar with a new value: in its place, in its style or double quotes. */
  private boolean hasNewValue(int slot, int node) {
    NodeKind kind = now.kind(node);
    boolean sameKind = kind == old.kind(slot) || kind == NodeKind.DOUBLE_QUOTED;
    boolean sameFlags = ((old.kindByte(slot) ^ now.kindByte(node)) & ~NodeIndex.KIND_MASK) == 0;
    boolean inside =
        now.start(node) >= old.start(slot) + shifts.before(old.start(slot))
            && now.end(node) <= old.end(slot) + shifts.at(old.end(slot));
    return sameKind
        && sameFlags
        && inside
        && new Scalar(edited, node).value().equals(values.get(changed.below(slot)));
  }

  private boolean isSame(int slot, int node) {
    boolean leaf = old.next(slot) == slot + 1 && !old.kind(slot).isFlow();
    return old.kindByte(slot) == now.kindByte(node)
        && isAt(slot, now.start(node))
        && (!old.kind(slot).isBlockCollection() || sameColumn(slot, node))
        && (!leaf || sameText(slot, node));
  }

  /** Lines behind the edits belong to a collection by its column. */
  private boolean sameColumn(int slot, int node) {
    return document.source().column(old.start(slot)) == edited.source().column(now.start(node));
  }

  /** Whether a leaf is the same; the header of a block scalar may have got another comment. */
  private boolean sameText(int slot, int node) {
    NodeKind kind = old.kind(slot);
    boolean block = kind.isBlockScalar();
    return now.end(node) - now.start(node) == old.end(slot) - old.start(slot)
        || (block && same(new Scalar(document, slot), new Scalar(edited, node)));
  }

  private static boolean same(Scalar old, Scalar now) {
    return old.value().equals(now.value());
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
    if (!sides) {
      return true;
    }
    boolean alias = old.kind(slot) == NodeKind.ALIAS;
    return (!alias || sameTarget(old.resolve(slot), now.resolve(node)))
        && old.anchor(slot).map(this::shifted).equals(now.anchor(node))
        && old.tag(slot).map(this::shifted).equals(now.tag(node));
  }

  /** The node that an alias names is the one that it was, or has taken its place and its anchor. */
  private boolean sameTarget(int slot, int node) {
    return isReplaced(slot) ? hasAnchor(slot, node) : kept[slot] == node;
  }

  private boolean hasAnchor(int slot, int node) {
    return old.anchor(slot)
        .filter(anchor -> !shifts.isReplaced(anchor.start(), anchor.end()))
        .map(this::shifted)
        .equals(now.anchor(node));
  }

  private Span shifted(Span span) {
    return span.shifted(shifts.at(span.start()));
  }
}
