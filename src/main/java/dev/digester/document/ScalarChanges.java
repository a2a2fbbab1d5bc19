package dev.digester.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** New values for some scalars of a document: spliced in, read again, and proved. */
final class ScalarChanges {
  private final Document document;
  private final List<Replacement> changes;
  private final Splice splice;

  /**
   * In any order.
   *
   * @throws IllegalArgumentException if a scalar is of another document
   */
  ScalarChanges(Document document, List<Replacement> changes) {
    if (changes.stream().anyMatch(change -> change.scalar().document() != document)) {
      throw new IllegalArgumentException("a scalar of another document");
    }
    this.document = document;
    this.changes =
        changes.stream().sorted(Comparator.comparingInt(change -> change.scalar().id())).toList();
    this.splice =
        new Splice(document.source(), this.changes.stream().map(Replacement::edit).toList());
  }

  Document apply() {
    if (changes.isEmpty()) {
      return document;
    }
    Document edited = Proof.reread(document, splice);
    Proof.untouchedBytes(splice, edited.source());
    new ScalarProof(document, changes, edited).check();
    return edited;
  }

  /** What {@link #apply} does, together with edits of other places; proved at once. */
  Document applyWith(List<Edit> edits) {
    List<Edit> all = new ArrayList<>(splice.edits());
    all.addAll(edits);
    Splice both = new Splice(document.source(), all);
    Document edited = Proof.reread(document, both);
    Proof.untouchedBytes(both, edited.source());
    new SpliceProof(document, changes, both, edited).check();
    return edited;
  }
}
