package dev.digester.document;

import java.util.Arrays;
import java.util.List;

/**
 * Proves that an edited document has the nodes of the old one, each where the edits shift it, and
 * that each changed scalar, and no other, is different.
 */
final class ScalarProof {
  private final NodeIndex old;
  private final NodeIndex now;
  private final Document edited;
  private final List<Replacement> changes;
  private final int[] slots;

  /** Whether any node is an alias, or has an anchor or a tag. */
  private final boolean sides;

  /** How far the edits of the first n changes shift what is behind them. */
  private final int[] shifts;

  ScalarProof(Document document, List<Replacement> changes, Document edited) {
    this.old = document.index();
    this.now = edited.index();
    this.edited = edited;
    this.changes = changes;
    this.sides = old.hasSides() || now.hasSides();
    this.slots = changes.stream().mapToInt(change -> change.scalar().id()).toArray();
    this.shifts = new int[changes.size() + 1];
    for (int i = 0; i < changes.size(); i++) {
      shifts[i + 1] = shifts[i] + changes.get(i).edit().growth();
    }
  }

  void check() {
    if (old.size() != now.size()) {
      throw Proof.defect("it has " + now.size() + " nodes instead of " + old.size());
    }
    int change = 0;
    for (int slot = 0; slot < old.size(); slot++) {
      if (change < slots.length && slots[change] == slot) {
        changed(slot, change++);
      } else {
        unchanged(slot, change);
      }
    }
  }

  /** A node that no change names: all the same, but for its place. */
  private void unchanged(int slot, int before) {
    int start = isBehindChange(slot, before) ? now.end(slot - 1) : old.start(slot) + shifts[before];
    boolean leaf = old.next(slot) == slot + 1 && !old.kind(slot).isFlow();
    int end = leaf ? start + old.end(slot) - old.start(slot) : collectionEnd(slot);
    boolean same =
        old.kindByte(slot) == now.kindByte(slot)
            && old.next(slot) == now.next(slot)
            && now.start(slot) == start
            && now.end(slot) == end;
    if (!same || !sameSides(slot, shifts[before])) {
      throw Proof.defect("the node at byte " + old.start(slot) + " reads differently");
    }
  }

  /** A missing value lies where its key ends, and does so still when that is in quotes now. */
  private boolean isBehindChange(int slot, int before) {
    boolean empty = old.start(slot) == old.end(slot);
    return empty
        && before > 0
        && slots[before - 1] == slot - 1
        && old.end(slot - 1) == old.end(slot);
  }

  /** A collection without brackets ends with its last node, one with brackets is shifted. */
  private int collectionEnd(int slot) {
    int last = old.next(slot) - 1;
    if (last > slot && old.end(slot) == old.end(last)) {
      return now.end(last);
    }
    int found = Arrays.binarySearch(slots, last);
    return old.end(slot) + shifts[found < 0 ? -found - 1 : found + 1];
  }

  private void changed(int slot, int change) {
    Scalar scalar = new Scalar(edited, slot);
    Replacement wanted = changes.get(change);
    NodeKind kind = now.kind(slot);
    boolean sameKind = kind == old.kind(slot) || kind == NodeKind.DOUBLE_QUOTED;
    boolean sameFlags = ((old.kindByte(slot) ^ now.kindByte(slot)) & ~NodeIndex.KIND_MASK) == 0;
    boolean inside =
        now.start(slot) >= old.start(slot) + shifts[change]
            && now.end(slot) <= old.end(slot) + shifts[change + 1];
    boolean same = sameKind && sameFlags && inside && old.next(slot) == now.next(slot);
    if (!same || !sameSides(slot, shifts[change]) || !scalar.value().equals(wanted.value())) {
      throw Proof.defect("the value at byte " + old.start(slot) + " does not read as it should");
    }
  }

  /** Anchor, tag and alias, with the shift of the node's start. */
  private boolean sameSides(int slot, int shift) {
    if (!sides) {
      return true;
    }
    return old.resolve(slot) == now.resolve(slot)
        && old.anchor(slot).map(span -> span.shifted(shift)).equals(now.anchor(slot))
        && old.tag(slot).map(span -> span.shifted(shift)).equals(now.tag(slot));
  }
}
