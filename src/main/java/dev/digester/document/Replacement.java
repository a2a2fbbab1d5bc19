package dev.digester.document;

/**
 * A scalar that should read another value.
 *
 * @param value what it should read
 * @param edit what gives it that value
 */
public record Replacement(Scalar scalar, String value, Edit edit) {
  /** In the scalar's own style, a string where it was one; see {@link Scalar#replaceWith}. */
  public static Replacement of(Scalar scalar, String value) {
    return new Replacement(scalar, value, scalar.replaceWith(value));
  }

  /** In the scalar's own style, of whatever type; see {@link Scalar#replaceWithText}. */
  public static Replacement text(Scalar scalar, String value) {
    return new Replacement(scalar, value, scalar.replaceWithText(value));
  }
}
