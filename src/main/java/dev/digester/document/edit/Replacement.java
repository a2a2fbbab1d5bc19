package dev.digester.document.edit;

import dev.digester.document.Scalar;
import dev.digester.document.text.Edit;
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
  /**
   * In the style that the scalar is written in; where only a suffix is new, only the suffix is
   * inserted. A plain scalar that would read differently gets double quotes, also one that YAML 1.1
   * or 1.2 takes for something else than a string where the old value was a string.
   *
   * @throws IllegalArgumentException if the value holds half a surrogate pair
   */
  public static Replacement of(Scalar scalar, String value) {
    return as(scalar, value, ScalarEdit.Typed.IF_IT_WAS);
  }

  /**
   * As {@link #of}, but a plain scalar stays plain wherever it then reads as the same text, though
   * readers may take it for a number, a boolean or null.
   */
  public static Replacement text(Scalar scalar, String value) {
    return as(scalar, value, ScalarEdit.Typed.ALWAYS);
  }

  /**
   * As {@link #of}, but the new value is a string even where the old one was a number, a boolean or
   * null.
   */
  public static Replacement string(Scalar scalar, String value) {
    return as(scalar, value, ScalarEdit.Typed.NEVER);
  }

  private static Replacement as(Scalar scalar, String value, ScalarEdit.Typed typed) {
    return new Replacement(scalar, value, ScalarEdit.of(scalar, value, typed));
  }

  /**
   * Parts of the value only: what is between them keeps its spelling wherever the new text can
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
}
