package dev.digester.images;

import dev.digester.document.FieldPath;
import dev.digester.document.Key;
import dev.digester.document.Mapping;
import dev.digester.document.Node;
import dev.digester.document.Scalar;
import dev.digester.krm.Resource;
import dev.digester.krm.Result;
import dev.digester.krm.Severity;
import java.util.List;
import java.util.Optional;

/**
 * A place where a resource names an image.
 *
 * @param resource the resource, or the item of a List that holds the field
 * @param place where in it
 * @param content what is there
 * @param duplicated whether the container has further {@code image} keys, of which this is the
 *     first
 * @param skipped whether the user's annotation excludes the field from pinning
 */
record ImageField(
    Resource resource, Place place, Content content, boolean duplicated, boolean skipped) {
  private static final List<String> CONTAINERS =
      List.of("containers", "initContainers", "ephemeralContainers");
  private static final Key NAME = Key.of("name");

  /**
   * Where a field is.
   *
   * @param path from the resource's root
   * @param node what is there; after following an alias or a merge key, the anchored node
   * @param inner from the root of the document that the node's text is; the root where it is none
   */
  record Place(FieldPath path, Node node, FieldPath inner) {
    static Place of(FieldPath path, Node node) {
      return new Place(path, node, FieldPath.root());
    }

    /** {@code spec.containers[0].image}, {@code data[config.yaml].image.ref}. */
    @Override
    public String toString() {
      String within = inner.toString();
      return within.isEmpty() || within.startsWith("[") ? path + within : path + "." + within;
    }
  }

  /** A field whose whole value is the image. */
  static ImageField whole(Resource resource, Place place) {
    Content content =
        place.node() instanceof Scalar scalar
            ? Content.Text.of(scalar, scalar)
            : new Content.NoText(Judge.written(place.node()) + " is not a string");
    return new ImageField(resource, place, content, false, false);
  }

  /** A field that is not there. */
  static ImageField missing(Resource resource, FieldPath path, Mapping owner) {
    return new ImageField(resource, Place.of(path, owner), new Content.Nothing(), false, false);
  }

  ImageField with(Content other) {
    return new ImageField(resource, place, other, duplicated, skipped);
  }

  ImageField duplicated(boolean whether) {
    return whether == duplicated
        ? this
        : new ImageField(resource, place, content, whether, skipped);
  }

  ImageField skipped(boolean whether) {
    return whether == skipped
        ? this
        : new ImageField(resource, place, content, duplicated, whether);
  }

  /** What tells the field from all others, however it is reached. */
  Object identity() {
    return switch (content) {
      case Content.Text text -> text;
      case Content.NoText _, Content.Nothing _ -> place.node();
    };
  }

  /** The name of the container that the field is in, the innermost one. */
  Optional<String> container() {
    for (FieldPath at = place.path(); at.last().isPresent(); at = at.above()) {
      if (at.last().get() instanceof FieldPath.Segment.Element
          && at.above().last().orElse(null) instanceof FieldPath.Segment.Field(String list)
          && CONTAINERS.contains(list)) {
        return at.find(resource.node())
            .filter(Mapping.class::isInstance)
            .flatMap(container -> ((Mapping) container).scalar(NAME))
            .map(Scalar::value);
      }
    }
    return Optional.empty();
  }

  /** What the field reads, for messages. */
  String current() {
    return switch (content) {
      case Content.Text text -> text.scalar().isNull() ? text.scalar().value() : text.text();
      case Content.NoText _ -> Judge.written(place.node());
      case Content.Nothing _ -> "";
    };
  }

  /** A result that says something about the field. */
  Result about(Severity severity, String message) {
    return result(
        severity,
        message,
        content instanceof Content.Nothing
            ? Result.Field.named(place.toString())
            : Result.Field.read(place.toString(), current()));
  }

  /** A result that says what the field is to read. */
  Result changed(String message, String proposed) {
    return result(
        Severity.INFO, message, Result.Field.changed(place.toString(), current(), proposed));
  }

  /** What is said where a new text cannot be put next to one that was proposed already. */
  Result overlapping() {
    return about(
        Severity.ERROR,
        "cannot change %s: it overlaps with another image field in the same value; name one of them alone"
            .formatted(current()));
  }

  private Result result(Severity severity, String message, Result.Field field) {
    return Result.of(severity, message).on(resource, field, place.node());
  }
}
