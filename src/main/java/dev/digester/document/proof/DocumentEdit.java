package dev.digester.document.proof;

import dev.digester.document.Document;
import dev.digester.document.Scalar;
import dev.digester.document.edit.Replacement;
import dev.digester.document.index.NodeIndex;
import dev.digester.document.text.Edit;
import dev.digester.document.text.SourceText;
import dev.digester.document.text.Splice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * An edit of a document: new values of some scalars, and additions, which put other text in other
 * places. This is the one door to an edited text, and nothing comes through it unproved: the result
 * is read again, each scalar must read its new value, all other bytes and all nodes that no
 * addition replaces must be the same as before, and all further nodes must come from the additions.
 */
public final class DocumentEdit {
  /** Reading an excerpt twice that is more than this part of the text is no cheaper than that. */
  private static final int LARGEST_PART = 3;

  /** What an excerpt of several regions has at most, in bytes. */
  private static final int EXCERPT = 1 << 16;

  private final Document document;
  private final List<Replacement> replacements;
  private final List<Edit> additions;
  private final Splice splice;

  private DocumentEdit(Document document, List<Replacement> replacements, List<Edit> additions) {
    if (replacements.stream().anyMatch(each -> each.scalar().document() != document)) {
      throw new IllegalArgumentException("a scalar of another document");
    }
    this.document = document;
    this.replacements =
        replacements.stream().sorted(Comparator.comparingInt(each -> each.scalar().id())).toList();
    this.additions = additions;
    List<Edit> edits = new ArrayList<>(replacements.size() + additions.size());
    this.replacements.forEach(each -> edits.add(each.edit()));
    edits.addAll(additions);
    this.splice = new Splice(document.source(), edits);
  }

  /**
   * New values of scalars of a document.
   *
   * @param replacements in any order, no scalar twice
   * @throws IllegalArgumentException if a scalar is of another document
   */
  public static DocumentEdit of(Document document, List<Replacement> replacements) {
    return new DocumentEdit(document, replacements, List.of());
  }

  /** As {@link #of(Document, List)}, each scalar in its own style. */
  public static DocumentEdit of(Document document, Map<Scalar, String> values) {
    List<Replacement> replacements = new ArrayList<>(values.size());
    values.forEach((scalar, value) -> replacements.add(Replacement.of(scalar, value)));
    return of(document, replacements);
  }

  /**
   * New values and other text in other places.
   *
   * @param additions in any order, none overlapping another or touching a scalar that is replaced
   */
  public static DocumentEdit of(
      Document document, List<Replacement> replacements, List<Edit> additions) {
    return new DocumentEdit(document, replacements, additions);
  }

  /**
   * The edited document.
   *
   * @throws EditException if the proof fails: a defect of digester, nothing of the result may be
   *     used
   */
  public Document apply() {
    if (splice.edits().isEmpty()) {
      return document;
    }
    Optional<Excerpt> excerpt =
        movesOnly() ? Excerpt.of(document, splice.edits(), most()) : Optional.empty();
    return excerpt.map(this::applyBy).orElseGet(this::applyByWhole);
  }

  /**
   * The edited document.
   *
   * @param wanted what else must be true of it
   * @throws EditException as {@link #apply()}
   */
  public Document apply(Predicate<Document> wanted) {
    Document edited = apply();
    require(additions.isEmpty() || wanted.test(edited));
    return edited;
  }

  /**
   * The edited text, which is only to be written: proved, but not put together, and where it is
   * long not read again as a whole.
   *
   * @param wanted what else must be true of the result. It is asked of the edited document, or of
   *     excerpts, of which one must have it: documents of which one has the lines with an edit and
   *     those around them, with collections of the same kinds in the same columns before them
   * @throws EditException as {@link #apply()}
   */
  public Splice prove(Predicate<Document> wanted) {
    require(
        Excerpt.regions(document, splice.edits(), most())
            .filter(regions -> !regions.isEmpty())
            .flatMap(regions ->
                new PartsProof(document, replacements, splice, EXCERPT).of(regions, wanted))
            .orElseGet(() -> wanted.test(Proof.edited(document, replacements, splice))));
    return splice;
  }

  private static void require(boolean wanted) {
    if (!wanted) {
      throw EditException.defect("what was added does not read as it should");
    }
  }

  /** Whether the index after the edits has the same nodes; block scalars can state more. */
  private boolean movesOnly() {
    return additions.isEmpty()
        && replacements.stream().noneMatch(each -> each.scalar().kind().isBlockScalar());
  }

  private Document applyByWhole() {
    Document edited = Proof.reread(document, splice);
    Proof.untouchedBytes(splice, edited.source());
    new NodeProof(document, replacements, splice, edited).check();
    return edited;
  }

  /** Proved on an excerpt of the text; the index follows from that. */
  Document applyBy(Excerpt excerpt) {
    Document part = excerpt.document();
    Document edited =
        Proof.edited(part, excerpt.replacements(replacements), excerpt.splice(splice));
    SourceText text = splice.apply();
    Proof.untouchedBytes(splice, text);
    NodeIndex index = new ShiftedIndex(document.index(), splice, excerpt, edited.index()).build();
    return new Document(text, index, document.reader());
  }

  private int most() {
    return document.source().length() / LARGEST_PART;
  }
}
