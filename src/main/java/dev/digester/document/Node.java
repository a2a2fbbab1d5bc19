package dev.digester.document;

import dev.digester.document.index.NodeIndex;
import dev.digester.document.index.NodeKind;
import dev.digester.document.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * A view of a node of a {@link Document}, made on demand. Two views of one node are equal.
 *
 * <p>Views never show an alias: where the text says {@code *name}, navigation ends at the anchored
 * node, so anyone who edits a node edits it at its anchor. {@link Document#isAliased} tells.
 */
public sealed interface Node permits Mapping, Sequence, Scalar {
  /** The document that holds the node. */
  Document document();

  /** The node's slot in the document's {@link NodeIndex}. */
  int id();

  /** Where the node's content is: after its anchor and its tag. */
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

  /** The node's anchor with its {@code &}. */
  default Optional<Span> anchor() {
    return document().index().anchor(id());
  }

  /** The node's tag as it is written, with its {@code !}. */
  default Optional<Span> tag() {
    return document().index().tag(id());
  }

  /** The comment after the node on its line, see {@link Comments#line}. */
  default Optional<Span> lineComment() {
    return document().comments().line(id());
  }

  /** The comments above the node, see {@link Comments#head}. */
  default List<Span> headComments() {
    return document().comments().head(id());
  }
}
