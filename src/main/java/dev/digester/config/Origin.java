package dev.digester.config;

import dev.digester.document.Node;
import dev.digester.document.Scalar;
import dev.digester.document.index.NodeKind;
import java.util.Optional;

/**
 * A node that values are read from.
 *
 * @param node the root of the values
 * @param holder the scalar of the input whose text the node is a part of; empty where the node is a
 *     part of the input itself
 */
record Origin(Node node, Optional<Scalar> holder) {
  static Origin of(Node node) {
    return new Origin(node, Optional.empty());
  }

  /** The line of the input on which something of this origin stands, counted from 1. */
  int line(Node part) {
    return line(holder, part.line());
  }

  /**
   * The line of the input that a line of a scalar's text is. Literal text begins below its
   * indicator (YAML 1.2.2, clause 8.1.2); for the other styles the scalar's own line is told.
   */
  static int line(Optional<Scalar> holder, int line) {
    return holder
        .map(scalar -> scalar.line() + (scalar.kind() == NodeKind.LITERAL ? line : 0))
        .orElse(line);
  }
}
