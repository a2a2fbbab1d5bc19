package dev.digester.document;

/**
 * A view of a node of a {@link Document}, made on demand. Two views of one node are equal.
 *
 * <p>Views never show an alias: where the text says {@code *name}, navigation ends at the anchored
 * node, so whoever edits a node edits it at its anchor. {@link Document#isAliased} tells.
 */
public sealed interface Node permits Mapping, Sequence, Scalar {
  /** The document that holds the node. */
  Document document();

  /** The node's slot in the document's {@link NodeIndex}. */
  int id();

  /** Where the node's content is: behind its anchor and its tag. */
  default Span span() {
    return document().index().span(id());
  }

  /** The line on which the node's content begins, counted from 1. */
  default int line() {
    return document().source().line(span().start());
  }

  /** Kind and style. */
  default NodeKind kind() {
    return document().index().kind(id());
  }
}
