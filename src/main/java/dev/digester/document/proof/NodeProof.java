package dev.digester.document.proof;

import dev.digester.document.Document;
import dev.digester.document.Scalar;
import dev.digester.document.edit.Replacement;
import dev.digester.document.index.NodeIndex;
import dev.digester.document.index.NodeKind;
import dev.digester.document.text.Span;
import dev.digester.document.text.Splice;
import java.util.List;

/**
 * Proves what the nodes of an edited document are. It still has each old node that no addition
 * replaces: the same kind and properties, under the same parent, in the same order, shifted as the
 * edits shift it. Each scalar with a new value reads that value. Every other node comes from an
 * {@link Additions addition}: a replacement brings no nodes and removes none.
 */
final class NodeProof {
  private static final int NONE = -1;

  private final Document document;
  private final Document edited;
  private final NodeIndex old;
  private final NodeIndex now;
  private final Shifts shifts;
  private final Additions additions;

  /** The new slot of each old node that is kept. */
  private final int[] kept;

  /** The slots of the scalars with new values, ascending, and the values. */
  private final Ascending changed;

  private final List<Replacement> replacements;

  private final Enclosing oldParents;
  private final Enclosing newParents;

  /** Whether any node is an alias, or has an anchor or a tag. */
  private final boolean sides;

  /**
   * A proof of one splice.
   *
   * @param replacements whose edits are among the splice's, in document order; the other edits are
   *     additions
   */
  NodeProof(Document document, List<Replacement> replacements, Splice splice, Document edited) {
    this.changed =
        new Ascending(replacements.stream().mapToInt(change -> change.scalar().id()).toArray());
    this.replacements = replacements;
    this.document = document;
    this.edited = edited;
    this.old = document.index();
    this.now = edited.index();
    this.shifts = new Shifts(splice.edits());
    this.additions = Additions.of(splice.edits(), replacements);
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
      } else if (!additions.has(now.start(node))) {
        throw unexpected(slot, node);
      }
    }
    while (slot < old.size() && isReplaced(slot)) {
      slot++;
    }
    if (slot < old.size()) {
      throw EditException.defect("the node at byte " + old.start(slot) + " is gone");
    }
  }

  private EditException unexpected(int slot, int node) {
    return slot < old.size() && isChanged(slot)
        ? EditException.defect(
            "the value at byte " + old.start(slot) + " does not read as it should")
        : EditException.defect("an unexpected node at its byte " + now.start(node));
  }

  private boolean isReplaced(int slot) {
    return additions.replace(old.start(slot), old.end(slot)) && !isChanged(slot);
  }

  private boolean isChanged(int slot) {
    return changed.has(slot);
  }

  private boolean matches(int slot, int node) {
    int parent = oldParents.parent(slot);
    boolean sameParent = (parent == NONE ? NONE : kept[parent]) == newParents.parent(node);
    return sameParent
        && (isChanged(slot)
            ? hasNewValue(slot, node)
            : isUntouched(slot, node) || isSame(slot, node))
        && sameSides(slot, node);
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

  /** A scalar with a new value: changed within its span, in its style or double quotes. */
  private boolean hasNewValue(int slot, int node) {
    int change = changed.below(slot);
    int shift = additions.shiftOf(change);
    Replacement wanted = replacements.get(change);
    NodeKind kind = now.kind(node);
    boolean sameKind = kind == old.kind(slot) || kind == NodeKind.DOUBLE_QUOTED;
    boolean sameFlags = old.flags(slot) == now.flags(node);
    boolean inside =
        now.start(node) >= old.start(slot) + shift
            && now.end(node) <= old.end(slot) + shift + wanted.edit().growth();
    return old.span(slot).contains(wanted.edit().span())
        && sameKind
        && sameFlags
        && inside
        && new Scalar(edited, node).value().equals(wanted.value());
  }

  private boolean isSame(int slot, int node) {
    return old.kindByte(slot) == now.kindByte(node)
        && isAt(slot, now.start(node))
        && (!old.kind(slot).isBlockCollection() || sameColumn(slot, node))
        && (old.kind(slot).isFlow() ? sameEnd(slot, node) : sameText(slot, node));
  }

  /** Whether a flow collection ends where it should: with its last node if it has no brackets. */
  private boolean sameEnd(int slot, int node) {
    int end = old.end(slot);
    int last = old.next(slot) - 1;
    if (last > slot && old.end(last) == end) {
      return now.end(node) == now.end(now.next(node) - 1);
    }
    return now.end(node) == end + shifts.before(end) || now.end(node) == end + shifts.at(end);
  }

  /** Lines after the edits belong to a collection by its column. */
  private boolean sameColumn(int slot, int node) {
    return document.source().column(old.start(slot)) == edited.source().column(now.start(node));
  }

  /**
   * Whether a leaf, if it is one, is the same; the header of a block scalar may have got another
   * comment.
   */
  private boolean sameText(int slot, int node) {
    if (old.next(slot) > slot + 1) {
      return true;
    }
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
        .filter(anchor -> !additions.replace(anchor.start(), anchor.end()))
        .map(this::shifted)
        .equals(now.anchor(node));
  }

  private Span shifted(Span span) {
    return span.shifted(shifts.at(span.start()));
  }
}
