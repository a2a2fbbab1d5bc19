package dev.digester.document;

/** A scalar in one of the five styles. */
public record Scalar(Document document, int id) implements Node {

  /**
   * The value as a YAML reader understands it: escapes resolved, lines folded (YAML 1.2.2, clause
   * 7.3 and 8.1).
   */
  public String value() {
    return ScalarText.decode(document, id);
  }

  /**
   * Whether the value is a null of the core schema: untagged, plain, and empty, ~, null, Null or
   * NULL (clause 10.3).
   */
  public boolean isNull() {
    return ScalarText.isNull(document, id);
  }

  /** Whether a tag stands before the scalar, so that its text alone does not tell its type. */
  public boolean isTagged() {
    return document.index().hasTag(id);
  }

  /** Whether the value equals a key, without making a string where the text needs no decoding. */
  public boolean is(Key key) {
    return ScalarText.reads(document, id, key);
  }

  /**
   * The edit that makes the scalar read {@code value}, in the style that it is written in; where
   * only a suffix is new, only the suffix is inserted. A plain scalar that would read differently
   * gets double quotes, also one that YAML 1.1 or 1.2 takes for something else than a string where
   * the old value was a string.
   *
   * @throws IllegalArgumentException if the value holds half a surrogate pair
   */
  public Edit replaceWith(String value) {
    return ScalarEdit.of(this, value, ScalarEdit.Typed.IF_IT_WAS);
  }

  /**
   * As {@link #replaceWith}, but a plain scalar stays plain wherever it then reads as the same
   * text, though readers may take it for a number, a boolean or null.
   */
  public Edit replaceWithText(String value) {
    return ScalarEdit.of(this, value, ScalarEdit.Typed.ALWAYS);
  }

  /**
   * As {@link #replaceWith}, but the new value is a string even where the old one was a number, a
   * boolean or null.
   */
  public Edit replaceWithString(String value) {
    return ScalarEdit.of(this, value, ScalarEdit.Typed.NEVER);
  }
}
