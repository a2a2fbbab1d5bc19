package dev.digester.document;

/**
 * Where the nodes of a text are: parallel arrays in document order (pre-order), one slot a node.
 */
public final class NodeIndex {
  public NodeKind kind(int id) {
    throw new UnsupportedOperationException();
  }

  public Span span(int id) {
    throw new UnsupportedOperationException();
  }
}
