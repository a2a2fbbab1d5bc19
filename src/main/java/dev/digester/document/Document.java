package dev.digester.document;

import java.util.List;

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
    throw new UnsupportedOperationException();
  }

  /** Whether some alias of the text points at this node. */
  public boolean isAliased(Node node) {
    throw new UnsupportedOperationException();
  }

  /**
   * The document with the edits spliced in, proved: it is read again, each place that an edit names
   * must read what the edit wanted, all other nodes and all other bytes must be the same as before.
   *
   * @param changes scalars of this document with their new values, in any order, no scalar twice
   * @throws EditException if the proof fails: a defect of this package, nothing of the result may
   *     be used
   */
  public Document edit(java.util.Map<Scalar, String> changes) {
    throw new UnsupportedOperationException();
  }
}
