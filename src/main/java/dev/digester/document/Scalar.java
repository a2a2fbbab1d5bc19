package dev.digester.document;

import dev.digester.document.index.NodeKind;

/** A scalar in one of the five styles. */
public record Scalar(Document document, int id) implements Node {

  /**
   * The value as a YAML reader understands it: escapes resolved, lines folded (YAML 1.2.2, clause
   * 7.3 and 8.1).
   */
  public String value() {
    return ScalarText.decode(document.source(), document.index(), id);
  }

  /**
   * Whether the value is a null of the core schema: untagged, plain, and empty, ~, null, Null or
   * NULL (clause 10.3).
   */
  public boolean isNull() {
    return ScalarText.isNull(document.source(), document.index(), id);
  }

  /** Whether the value is written without quotes and not as a block: JSON's strings never are. */
  public boolean isPlain() {
    return document.index().kind(id) == NodeKind.PLAIN;
  }

  /** Whether a tag stands before the scalar, so that its text only does not tell its type. */
  public boolean isTagged() {
    return document.index().hasTag(id);
  }

  /** Whether the value equals a key, without making a string where the text needs no decoding. */
  public boolean is(Key key) {
    return ScalarText.reads(document.source(), document.index(), id, key);
  }
}
