package dev.digester.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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

  /** In the scalar's own style, and a string; see {@link Scalar#replaceWithString}. */
  public static Replacement string(Scalar scalar, String value) {
    return new Replacement(scalar, value, scalar.replaceWithString(value));
  }

  /**
   * Parts of the value alone: what is between them keeps its spelling wherever the new text can
   * stand there as it is; else as {@link #of}.
   *
   * @param parts at least one, in any order, none overlapping another
   */
  public static Replacement parts(Scalar scalar, List<Substitution> parts) {
    List<Substitution> ordered = new ArrayList<>(parts);
    ordered.sort(Comparator.comparingInt(Substitution::start));
    String old = scalar.value();
    String value = Substitution.apply(old, ordered);
    boolean whole =
        ordered.size() == 1
            && ordered.getFirst().end() - ordered.getFirst().start() == old.length();
    return whole
        ? of(scalar, value)
        : PartEdit.of(scalar, old, ordered)
            .map(edit -> new Replacement(scalar, value, edit))
            .orElseGet(() -> of(scalar, value));
  }

  /**
   * Values of scalars of a document that is itself the value of a scalar: the inner document is
   * edited and proved, and of the outer value only what the inner edits touch changes.
   *
   * @param outer whose value the inner document's text is
   * @param inner replacements of scalars of one document, at least one
   * @throws EditException if the inner document's edits cannot be proved right
   */
  public static Replacement within(Scalar outer, List<Replacement> inner) {
    Document document = inner.getFirst().scalar().document();
    String proved = text(document.edit(inner));
    Replacement replacement =
        parts(outer, inner.stream().map(change -> substitution(document, change.edit())).toList());
    if (!replacement.value().equals(proved)) {
      throw Proof.defect("an edit of a text within a text is not what it should be");
    }
    return replacement;
  }

  private static Substitution substitution(Document document, Edit edit) {
    byte[] utf8 = document.source().utf8();
    int start = new String(utf8, 0, edit.span().start(), UTF_8).length();
    int length = document.source().text(edit.span()).length();
    return new Substitution(start, start + length, edit.text());
  }

  private static String text(Document document) {
    return document.source().text(new Span(0, document.source().length()));
  }
}
