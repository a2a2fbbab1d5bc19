package dev.digester.document;

import dev.digester.document.index.NodeIndex;
import dev.digester.document.index.NodeKind;
import dev.digester.document.text.SourceText;
import java.util.ArrayList;
import java.util.List;

/**
 * A text and the index of its nodes: a YAML stream of any number of documents, or one JSON value.
 *
 * <p>Immutable.
 */
public final class Document {
  private final SourceText source;
  private final NodeIndex index;
  private final DocumentReader reader;

  /**
   * What a reader makes of a text.
   *
   * @param reader reads it again when it is edited
   */
  public Document(SourceText source, NodeIndex index, DocumentReader reader) {
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
    return reader.isJson();
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

  /** Whether the scalar at a slot, after following its alias, reads as a key. */
  public boolean reads(int slot, Key key) {
    int id = index.resolve(slot);
    return index.kind(id).isScalar() && ScalarText.reads(source, index, id, key);
  }

  /** What reads the text again when it is edited. */
  public DocumentReader reader() {
    return reader;
  }

  /** Whether some alias of the text points at this node. */
  public boolean isAliased(Node node) {
    return index.isAliased(node.id());
  }

  /** The comments of the text. */
  public Comments comments() {
    return new Comments(source, index);
  }
}
