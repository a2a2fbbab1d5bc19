package dev.digester.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** New values for some scalars of a document: spliced in, read again, and proved. */
final class ScalarChanges {
  /** Reading an excerpt twice that is more than this part of the text is no cheaper than that. */
  private static final int LARGEST_PART = 3;

  /** What an excerpt of several regions has at most, in bytes. */
  private static final int EXCERPT = 1 << 16;

  private final Document document;
  private final List<Replacement> changes;
  private final List<Edit> edits;

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
    this.edits = this.changes.stream().map(Replacement::edit).toList();
  }

  Document apply() {
    if (changes.isEmpty()) {
      return document;
    }
    Splice splice = with(List.of());
    Optional<Excerpt> excerpt = movesOnly() ? excerpt(splice) : Optional.empty();
    return excerpt.map(part -> applyBy(part, splice)).orElseGet(() -> applyByWhole(splice));
  }

  /** Whether the index after the changes has the same nodes; block scalars can state more. */
  private boolean movesOnly() {
    return changes.stream().noneMatch(change -> change.scalar().kind().isBlockScalar());
  }

  private Document applyByWhole(Splice splice) {
    Document edited = Proof.reread(document, splice);
    Proof.untouchedBytes(splice, edited.source());
    new NodeProof(document, changes, splice, edited).check();
    return edited;
  }

  /** Proved on an excerpt of the text; the index follows from that. */
  Document applyBy(Excerpt excerpt, Splice splice) {
    Document part = excerpt.document();
    Document edited =
        Proof.edited(part, excerpt.replacements(changes), excerpt.splice(splice));
    SourceText text = splice.apply();
    Proof.untouchedBytes(splice, text);
    NodeIndex index = new ShiftedIndex(document.index(), splice, excerpt, edited.index()).build();
    return new Document(text, index, document.reader());
  }

  /** What {@link #apply} does, together with edits of other places; proved at once. */
  Document applyWith(List<Edit> edits) {
    Splice both = with(edits);
    Document edited = Proof.reread(document, both);
    Proof.untouchedBytes(both, edited.source());
    new NodeProof(document, changes, both, edited).check();
    return edited;
  }

  /**
   * What {@link #applyWith} does, but not put together.
   *
   * @param wanted what else must be true of the edited document, or of an excerpt of it that is
   *     among those that it is proved on
   */
  Splice prove(List<Edit> edits, Predicate<Document> wanted) {
    Splice both = with(edits);
    boolean done =
        Excerpt.regions(document, both.edits(), most())
            .filter(regions -> !regions.isEmpty())
            .flatMap(
                regions -> new PartsProof(document, changes, both, EXCERPT).of(regions, wanted))
            .orElseGet(() -> wanted.test(Proof.edited(document, changes, both)));
    if (!done) {
      throw Proof.defect("what was added does not read as it should");
    }
    return both;
  }

  private Splice with(List<Edit> more) {
    List<Edit> all = new ArrayList<>(edits);
    all.addAll(more);
    return new Splice(document.source(), all);
  }

  private Optional<Excerpt> excerpt(Splice splice) {
    return Excerpt.of(document, splice.edits(), most());
  }

  private int most() {
    return document.source().length() / LARGEST_PART;
  }
}
