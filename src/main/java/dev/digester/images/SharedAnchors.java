package dev.digester.images;

import dev.digester.document.Document;
import dev.digester.document.FieldPath;
import dev.digester.document.NodePath;
import dev.digester.document.Scalar;
import dev.digester.krm.Change;
import dev.digester.krm.Printable;
import dev.digester.krm.Resource;
import dev.digester.krm.ResourceRef;
import dev.digester.krm.Resources;
import dev.digester.krm.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Changes that reach beyond their resource: a value that an alias or a merge key takes from an
 * anchor of another resource changes at the anchor, and so in that resource too, which may be one
 * that is to be left alone.
 */
final class SharedAnchors {
  private SharedAnchors() {}

  /** A warning for each such change, with both places. */
  static List<Result> told(Resources list, List<Change> changes) {
    List<Result> told = new ArrayList<>();
    for (Change change : changes) {
      Scalar anchored = change.scalar();
      if (!holds(change.resource(), anchored)) {
        told.add(
            Result.warning(message(list, anchored))
                .on(
                    change.resource(),
                    Result.Field.read(change.path().toString(), change.currentValue()),
                    anchored));
      }
    }
    return told;
  }

  private static boolean holds(Resource resource, Scalar scalar) {
    int id = resource.node().id();
    return scalar.id() >= id && scalar.id() < resource.node().document().index().next(id);
  }

  private static String message(Resources list, Scalar anchored) {
    Optional<Resource> owner = owner(list.items(), anchored);
    String there =
        owner
            .map(resource -> named(resource) + " at " + path(resource, anchored))
            .orElse("the input");
    return Printable.of(
        ("the image is an alias of an anchor in %s (line %d), which changes with it; write the image"
                + " in place of the alias to keep the other")
            .formatted(there, anchored.line()));
  }

  /** The innermost of the resources that has a scalar. */
  private static Optional<Resource> owner(List<Resource> resources, Scalar scalar) {
    return resources.stream()
        .filter(resource -> holds(resource, scalar))
        .findFirst()
        .map(resource -> owner(resource.listed(), scalar).orElse(resource));
  }

  private static String named(Resource resource) {
    ResourceRef ref = resource.ref();
    return (ref.kind() + " " + ref.name()).strip();
  }

  private static FieldPath path(Resource resource, Scalar scalar) {
    Document document = scalar.document();
    return NodePath.below(document, resource.node().id(), scalar.id());
  }
}
