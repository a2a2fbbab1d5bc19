package dev.digester.setters;

import dev.digester.document.Document;
import dev.digester.document.FieldPath;
import dev.digester.document.Node;
import dev.digester.document.Scalar;
import dev.digester.document.Sequence;
import dev.digester.document.edit.Replacement;
import dev.digester.document.text.Edit;
import dev.digester.krm.Change;
import dev.digester.krm.Printable;
import dev.digester.krm.Result;
import dev.digester.pipeline.Plan;
import dev.digester.pipeline.Rewrite;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Plans what becomes of the fields of a list, visited in document order. */
final class Settings {
  private final Setters setters;
  private final Filling filling;
  private final List<Change> changes = new ArrayList<>();
  private final List<ArrayEdit> arrays = new ArrayList<>();
  private final List<Edit> edits = new ArrayList<>();
  private final List<Result> results = new ArrayList<>();
  private final List<Result> errors = new ArrayList<>();
  private final Set<String> found = new HashSet<>();

  /** Those of the field that is visited: fields in a row often have the same pattern. */
  private NamedSetters named;

  /** The slot after the last list that was set: what is in the list is set with it. */
  private int done;

  Settings(Setters setters) {
    this.setters = setters;
    this.filling = new Filling(setters.texts());
    this.named = NamedSetters.of(SetterPattern.parse(""), setters);
  }

  void visit(SetterField field) {
    if (!named.pattern().equals(field.pattern())) {
      named = NamedSetters.of(field.pattern(), setters);
      named.all().forEach(setter -> found.add(setter.name()));
    }
    if (field.slot() < done || named.all().isEmpty()) {
      return;
    }
    if (field.value() instanceof Scalar scalar) {
      scalar(field, scalar);
    } else {
      done = field.document().index().next(field.slot());
      array(field);
    }
  }

  /** All errors, or else all changes. */
  Plan plan() {
    return errors.isEmpty()
        ? new Plan(changes, new Rewrite(edits, this::isDone), results)
        : new Plan(List.of(), errors);
  }

  /** A result for each of the package's own setters that no field names. */
  List<Result> idle() {
    return setters.byName().values().stream()
        .filter(setter -> setter.own() && !found.contains(setter.name()))
        .map(Settings::idle)
        .toList();
  }

  private static Result idle(Setter setter) {
    String message =
        "setter %s matches no field: no comment %shas %s"
            .formatted(setter.name(), SetterField.MARKER, SetterPattern.placeholder(setter.name()));
    return setter.place().at(Result.info(Printable.of(message)));
  }

  private boolean isDone(Document edited) {
    int growth = 0;
    for (ArrayEdit array : arrays) {
      if (!array.isDone(edited, growth)) {
        return false;
      }
      growth += array.growth();
    }
    return true;
  }

  private void scalar(SetterField field, Scalar scalar) {
    if (named.list().isPresent()) {
      String list = named.list().get().name();
      fail(field, scalar, "setter %s is a list, but the field holds one value", list);
      return;
    }
    String current = scalar.value();
    switch (filling.of(field.pattern(), current)) {
      case FieldText.Missing(List<String> names) ->
          fail(
              field,
              scalar,
              "values for setters [%s] must be provided",
              String.join(" ", names.stream().map(SetterPattern::placeholder).toList()));
      case FieldText.Known(String text) -> set(field, scalar, current, text);
    }
  }

  private void set(SetterField field, Scalar scalar, String current, String text) {
    if (text.equals(current) && !(text.isEmpty() && scalar.isNull())) {
      Result.Field read = Result.Field.read(field.path().toString(), text);
      results.add(filling.said(text).on(field.item(), read, scalar));
      return;
    }
    if (ValueType.isAgainstTag(scalar, text)) {
      String tag = "!!" + ValueType.of(scalar);
      fail(field, scalar, "the field's tag does not allow %s", GoText.quoted(text) + ": " + tag);
      return;
    }
    Replacement replacement =
        named.anyString() ? Replacement.string(scalar, text) : Replacement.text(scalar, text);
    FieldPath path = field.path();
    changes.add(new Change(field.item(), path, replacement));
    Result.Field changed = filling.changed(path.toString(), current, text);
    results.add(filling.said(text).on(field.item(), changed, scalar));
    LeftDigest.of(field.pattern(), setters.texts(), current, text)
        .map(left -> left.on(field.item(), Result.Field.read(path.toString(), current), scalar))
        .ifPresent(results::add);
  }

  private void array(SetterField field) {
    Sequence list = field.list();
    if (!field.pattern().isOneName()) {
      String pattern = GoText.quoted(field.pattern().text());
      fail(field, list, "invalid setter pattern for array node: %s", pattern);
      return;
    }
    Setter setter = named.all().getFirst();
    Optional<ArrayValue> value = ArrayValue.of(setter.value());
    if (value.isEmpty()) {
      fail(
          field,
          list,
          "input to array setter must be an array of values, but found %s",
          GoText.quoted(setter.text().orElse("")) + " (setter " + setter.name() + ")");
      return;
    }
    set(field, list, value.get());
  }

  private void set(SetterField field, Sequence list, ArrayValue value) {
    Result said = filling.said(value.text());
    String path = field.path().toString();
    List<String> current = ArrayElement.read(list);
    String shown = "[" + String.join(", ", current) + "]";
    if (reads(current, value.values())) {
      results.add(said.on(field.item(), Result.Field.read(path, shown), list));
      return;
    }
    ArrayEdit array = new ArrayEdit(field, value);
    arrays.add(array);
    edits.add(array.edit());
    String proposed = "[" + String.join(", ", value.values()) + "]";
    results.add(said.on(field.item(), Result.Field.changed(path, shown, proposed), list));
  }

  /** Whether a list has the elements already; digests that pinning put after them do not count. */
  private static boolean reads(List<String> current, List<String> wanted) {
    return current.equals(wanted)
        || current.stream().map(FieldText::withoutDigest).toList().equals(wanted);
  }

  private void fail(SetterField field, Node node, String reason, String what) {
    String message = "failed to apply setters: " + reason.formatted(what);
    Result.Field read =
        node instanceof Scalar scalar
            ? Result.Field.read(field.path().toString(), scalar.value())
            : Result.Field.named(field.path().toString());
    errors.add(Result.error(message).on(field.item(), read, node));
  }
}
