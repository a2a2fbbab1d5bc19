package dev.digester.images;

import dev.digester.document.Scalar;

/** What stands in a field. */
sealed interface Content {
  /**
   * A text: the value of a scalar or a part of it.
   *
   * @param holder the scalar of the list whose value changes when the text does
   * @param scalar the holder itself, or a scalar of the document that the holder's value is
   * @param start of the text in the scalar's value, in chars
   * @param text empty for null
   */
  record Text(Scalar holder, Scalar scalar, int start, String text) implements Content {
    static Text of(Scalar holder, Scalar scalar) {
      return new Text(holder, scalar, 0, scalar.isNull() ? "" : scalar.value());
    }

    /** A part of this text. */
    Text part(int from, int to) {
      return new Text(holder, scalar, start + from, text.substring(from, to));
    }

    /** Whether the text is inside of a document that is itself the value of a scalar. */
    boolean isEmbedded() {
      return !holder.equals(scalar);
    }
  }

  /** Not even a key. */
  record Nothing() implements Content {}

  /**
   * Something that is not a string.
   *
   * @param reason to follow the words "cannot pin:"
   */
  record NoText(String reason) implements Content {}
}
