package dev.digester.pipeline;

import dev.digester.document.FieldPath;
import dev.digester.krm.Change;
import dev.digester.krm.Resource;

/**
 * What all stages together make of one field.
 *
 * @param before what the field reads in the input
 * @param after what it reads in the output
 */
public record FieldChange(Resource resource, FieldPath path, String before, String after) {
  /**
   * What tells a field from all others of a text. Stages keep the structure outside of the lists
   * that they set, so the position of a resource is the same before and after them.
   */
  record Place(int resource, String path) {}

  static FieldChange of(Change change) {
    return new FieldChange(
        change.resource(), change.path(), change.currentValue(), change.proposedValue());
  }

  Place place() {
    return new Place(resource.node().id(), path.toString());
  }

  /** This change, and a later one of the same field. */
  FieldChange then(FieldChange later) {
    return new FieldChange(later.resource, later.path, before, later.after);
  }
}
