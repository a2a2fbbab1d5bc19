package dev.digester.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** New values for some scalars of a document: spliced in, read again, and proved. */
final class ScalarChanges {
  /** A scalar with its new value and the edit that should give it that. */
  record Change(Scalar scalar, String value, Edit edit) {}

  private final Document document;
  private final List<Change> changes;

  ScalarChanges(Document document, Map<Scalar, String> values) {
    this(document, changes(document, values));
  }

  private ScalarChanges(Document document, List<Change> changes) {
    this.document = document;
    this.changes = changes;
  }

  private static List<Change> changes(Document document, Map<Scalar, String> values) {
    List<Change> changes = new ArrayList<>(values.size());
    values.forEach((scalar, value) -> {
      if (scalar.document() != document) {
        throw new IllegalArgumentException("a scalar of another document");
      }
      changes.add(new Change(scalar, value, scalar.replaceWith(value)));
    });
    changes.sort(Comparator.comparingInt(change -> change.scalar().id()));
    return changes;
  }

  Document apply() {
    if (changes.isEmpty()) {
      return document;
    }
    Splice splice = new Splice(document.source(), changes.stream().map(Change::edit).toList());
    Document edited = Proof.reread(document, splice);
    Proof.untouchedBytes(splice, edited.source());
    new ScalarProof(document, changes, edited).check();
    return edited;
  }
}
