package dev.digester.document;

import java.util.List;
import java.util.Optional;

/** A sequence, block or flow. */
public record Sequence(Document document, int id) implements Node {

  /**
   * The elements in document order, behind their aliases; a view that allocates nothing until it is
   * walked.
   */
  public List<Node> elements() {
    return new Elements(document, id);
  }

  /** The element at a position from 0. */
  public Optional<Node> element(int position) {
    return elements().stream().skip(position).findFirst();
  }
}
