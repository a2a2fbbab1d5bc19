package dev.digester.krm;

import dev.digester.document.FieldPath;
import dev.digester.document.Scalar;
import dev.digester.document.edit.Replacement;

/**
 * A field that should read differently. The same change becomes the edit of the text and the field
 * of a result.
 *
 * @param resource the resource that owns the field
 * @param path the field, from the resource's root
 * @param replacement the node to edit and what it should read; where the field is an alias, the
 *     anchored node
 */
public record Change(Resource resource, FieldPath path, Replacement replacement) {
  /** A change that keeps a string a string. */
  public Change(Resource resource, FieldPath path, Scalar scalar, String proposedValue) {
    this(resource, path, Replacement.of(scalar, proposedValue));
  }

  /** The node to edit. */
  public Scalar scalar() {
    return replacement.scalar();
  }

  /** What the field reads now. */
  public String currentValue() {
    return scalar().value();
  }

  /** What the field should read. */
  public String proposedValue() {
    return replacement.value();
  }

  /** A result that reports the change, with the field's current and proposed value. */
  public Result report(Severity severity, String message) {
    return Result.of(severity, message)
        .on(
            resource,
            Result.Field.changed(path.toString(), currentValue(), proposedValue()),
            scalar());
  }
}
