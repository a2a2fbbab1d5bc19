package dev.digester.krm;

import dev.digester.document.FieldPath;
import dev.digester.document.Scalar;

/**
 * A field that should read differently. The same change becomes the edit of the text and the field
 * of a result.
 *
 * @param resource the resource that owns the field
 * @param path the field, from the resource's root
 * @param scalar the node to edit; where the field is an alias, the anchored node
 * @param proposedValue what it should read
 */
public record Change(Resource resource, FieldPath path, Scalar scalar, String proposedValue) {

  /** What the field reads now. */
  public String currentValue() {
    return scalar.value();
  }

  /** A result that reports the change, with the field's current and proposed value. */
  public Result report(Severity severity, String message) {
    return Result.of(severity, message)
        .on(resource)
        .at(Result.Field.changed(path.toString(), currentValue(), proposedValue), scalar);
  }
}
