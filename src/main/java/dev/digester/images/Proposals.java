package dev.digester.images;

import dev.digester.document.Scalar;
import dev.digester.document.edit.Replacement;
import dev.digester.document.edit.Substitution;
import dev.digester.document.proof.InnerEdit;
import dev.digester.krm.Change;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * New texts of image fields. Several fields may be parts of one scalar: what is proposed for them
 * becomes one change of it.
 */
final class Proposals {
  /** What one scalar of the list holds, by the scalars in it: itself, or those of its document. */
  private record Holder(ImageField first, Map<Scalar, List<Substitution>> parts) {
    /** With room for one part, which is all that nearly all have. */
    static Holder of(ImageField first) {
      return new Holder(first, LinkedHashMap.newLinkedHashMap(1));
    }
  }

  private final Map<Scalar, Holder> holders = new LinkedHashMap<>();

  /**
   * Adds a new text for a field.
   *
   * @return whether it was added; it is not where it overlaps with one that was proposed already
   */
  boolean propose(ImageField field, Content.Text old, String text) {
    Holder holder = holders.computeIfAbsent(old.holder(), _ -> Holder.of(field));
    Substitution part = new Substitution(old.start(), old.start() + old.text().length(), text);
    if (conflicts(holder, old, part)) {
      return false;
    }
    holder.parts().computeIfAbsent(old.scalar(), _ -> new ArrayList<>(1)).add(part);
    return true;
  }

  private static boolean conflicts(Holder holder, Content.Text old, Substitution part) {
    if (holder.parts().isEmpty()) {
      return false;
    }
    boolean otherForm =
        holder.parts().keySet().stream()
            .anyMatch(scalar -> scalar.document() != old.scalar().document());
    return otherForm
        || holder.parts().getOrDefault(old.scalar(), List.of()).stream().anyMatch(part::overlaps);
  }

  /** One change for each scalar of the list, in the order of the first proposals. */
  List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    holders.forEach((scalar, holder) -> {
      ImageField first = holder.first();
      changes.add(new Change(first.resource(), first.place().path(), replacement(scalar, holder)));
    });
    return changes;
  }

  private static Replacement replacement(Scalar scalar, Holder holder) {
    if (holder.parts().containsKey(scalar)) {
      return Replacement.parts(scalar, holder.parts().get(scalar));
    }
    List<Replacement> inner = new ArrayList<>();
    holder.parts().forEach((part, texts) -> inner.add(Replacement.parts(part, texts)));
    return InnerEdit.of(scalar, inner);
  }
}
