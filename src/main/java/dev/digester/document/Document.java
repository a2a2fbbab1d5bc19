package dev.digester.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A text and the index of its nodes: a YAML stream of any number of documents, or one JSON value.
 *
 * <p>Immutable. {@link #edit} makes a new document.
 */
public final class Document {
  private final SourceText source;
  private final NodeIndex index;
  private final DocumentReader reader;

  Document(SourceText source, NodeIndex index, DocumentReader reader) {
    this.source = source;
    this.index = index;
    this.reader = reader;
  }

  /** The text's bytes. */
  public SourceText source() {
    return source;
  }

  public NodeIndex index() {
    return index;
  }

  /** Whether the text was read as JSON. */
  public boolean isJson() {
    return reader instanceof JsonReader;
  }

  /**
   * The root node of each document of the stream; a document without content has an empty plain
   * scalar.
   */
  public List<Node> roots() {
    List<Node> roots = new ArrayList<>(1);
    for (int slot = 0; slot < index.size(); slot = index.next(slot)) {
      roots.add(node(slot));
    }
    return roots;
  }

  /**
   * The view of a slot of the index; for an alias that of the node that it names. With {@link
   * NodeIndex#size} this is the cheap way through all nodes of the text.
   */
  public Node node(int slot) {
    int id = index.resolve(slot);
    NodeKind kind = index.kind(id);
    if (kind.isScalar()) {
      return new Scalar(this, id);
    }
    return kind.isMapping() ? new Mapping(this, id) : new Sequence(this, id);
  }

  /** Whether the scalar at a slot, behind its alias, reads as a key. */
  public boolean reads(int slot, Key key) {
    int id = index.resolve(slot);
    return index.kind(id).isScalar() && ScalarText.reads(this, id, key);
  }

  DocumentReader reader() {
    return reader;
  }

  /** Whether some alias of the text points at this node. */
  public boolean isAliased(Node node) {
    return index.isAliased(node.id());
  }

  /**
   * The document with the edits spliced in, proved: it is read again, each place that an edit names
   * must read what the edit wanted, all other nodes and all other bytes must be the same as before.
   *
   * @param changes scalars of this document with their new values, in any order, no scalar twice
   * @throws EditException if the proof fails: a defect of this package, nothing of the result may
   *     be used
   */
  public Document edit(Map<Scalar, String> changes) {
    List<Replacement> replacements = new ArrayList<>(changes.size());
    changes.forEach((scalar, value) -> replacements.add(Replacement.of(scalar, value)));
    return edit(replacements);
  }

  /** As {@link #edit(Map)}, with the edits that the replacements bring along. */
  public Document edit(List<Replacement> replacements) {
    return new ScalarChanges(this, replacements).apply();
  }

  /**
   * The document with other text in some places, for what is not just a scalar's new value; proved:
   * it is read again, all other bytes and all nodes that no edit replaces as a whole must be the
   * same as before, and all further nodes must come from the edits.
   *
   * @param edits in any order, none overlapping another
   * @param wanted what else must be true of the result
   * @throws EditException if the proof fails: the edits are not what their maker thought, which is
   *     a defect of digester
   */
  public Document splice(List<Edit> edits, Predicate<Document> wanted) {
    return splice(List.of(), edits, wanted);
  }

  /**
   * {@link #edit(List)} and {@link #splice(List, Predicate)} at once.
   *
   * @param edits none of them touching a scalar that is replaced
   */
  public Document splice(
      List<Replacement> replacements, List<Edit> edits, Predicate<Document> wanted) {
    ScalarChanges changes = new ScalarChanges(this, replacements);
    if (edits.isEmpty()) {
      return changes.apply();
    }
    Document edited = changes.applyWith(edits);
    if (!wanted.test(edited)) {
      throw Proof.defect("what was added does not read as it should");
    }
    return edited;
  }

  /**
   * {@link #splice(List, List, Predicate)} for a text that is only to be written: proved, but not
   * put together, and where it is long not read again as a whole.
   *
   * @param wanted what else must be true of the result. It is asked of the edited document, or of
   *     excerpts, of which one must have it: documents of which one has the lines with an edit and
   *     those around them, with collections of the same kinds in the same columns in front of them
   * @throws EditException as there
   */
  public Splice prove(
      List<Replacement> replacements, List<Edit> edits, Predicate<Document> wanted) {
    return new ScalarChanges(this, replacements).prove(edits, wanted);
  }

  /** The comments of the text. */
  public Comments comments() {
    return new Comments(this);
  }
}
