package dev.digester.document;

import java.util.List;

/** A sequence, block or flow. */
public record Sequence(Document document, int id) implements Node {

  /**
   * The elements in document order, behind their aliases; a view that allocates nothing until it is
   * walked.
   */
  public List<Node> elements() {
    return new Elements(document, id);
  }
}
