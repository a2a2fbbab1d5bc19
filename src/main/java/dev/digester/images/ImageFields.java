package dev.digester.images;

import dev.digester.config.Configuration;
import dev.digester.document.FieldPath;
import dev.digester.document.Key;
import dev.digester.document.Mapping;
import dev.digester.document.Node;
import dev.digester.document.Scalar;
import dev.digester.document.Sequence;
import dev.digester.images.PodSpecs.PodSpec;
import dev.digester.krm.Resource;
import dev.digester.krm.ResourceList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds the fields of a list that name images: those of pod specs, and those that the user adds.
 */
public final class ImageFields {
  private static final List<Key> CONTAINERS =
      List.of(Key.of("containers"), Key.of("initContainers"), Key.of("ephemeralContainers"));
  private static final Key IMAGE = Key.of("image");
  private static final Key NAME = Key.of("name");
  private static final Key VOLUMES = Key.of("volumes");
  private static final Key REFERENCE = Key.of("reference");
  private static final Key LIST = Key.of("List");
  private static final Key ITEMS = Key.of("items");

  private final List<ConfiguredField> configuredFields;

  private ImageFields(List<ConfiguredField> configuredFields) {
    this.configuredFields = configuredFields;
  }

  /** The fields of pod specs, and those of {@code spec.fields}. */
  public static ImageFields of(Configuration configuration) {
    return new ImageFields(configuration.fields().stream().map(ConfiguredField::new).toList());
  }

  /**
   * Visits the fields in document order of their resources. A node that several paths reach,
   * through aliases or merge keys, is visited once for each.
   */
  public void forEach(ResourceList list, Consumer<ImageField> visitor) {
    list.items().forEach(item -> resource(item, visitor));
  }

  private void resource(Resource resource, Consumer<ImageField> visitor) {
    if (Exempt.is(resource)) {
      return;
    }
    if (resource.isKind(LIST)) {
      resource.node().sequence(ITEMS).ifPresent(items -> nested(items, visitor));
    }
    PodSpecs.forEach(resource.node(), podSpec -> podSpec(resource, podSpec, visitor));
    configuredFields.forEach(field -> field.forEach(resource, visitor));
  }

  private void nested(Sequence items, Consumer<ImageField> visitor) {
    for (Node item : items.elements()) {
      if (item instanceof Mapping mapping) {
        resource(new Resource(mapping), visitor);
      }
    }
  }

  private static void podSpec(Resource resource, PodSpec podSpec, Consumer<ImageField> visitor) {
    for (Key key : CONTAINERS) {
      podSpec
          .spec()
          .sequence(key)
          .ifPresent(containers ->
              containers(
                  resource,
                  podSpec,
                  new Located(containers, podSpec.path().field(key.toString())),
                  visitor));
    }
    podSpec
        .spec()
        .sequence(VOLUMES)
        .ifPresent(volumes ->
            volumes(
                resource,
                podSpec,
                new Located(volumes, podSpec.path().field(VOLUMES.toString())),
                visitor));
  }

  private record Located(Sequence sequence, FieldPath path) {}

  private static void containers(
      Resource resource, PodSpec podSpec, Located list, Consumer<ImageField> visitor) {
    int index = -1;
    for (Node element : list.sequence().elements()) {
      index++;
      if (element instanceof Mapping container) {
        String name = container.scalar(NAME).map(Scalar::value).orElse("");
        boolean skipped = skipped(resource, podSpec, name);
        FieldPath path = list.path().element(index).field(IMAGE.toString());
        for (Node image : images(container)) {
          visitor.accept(
              new ImageField(resource, path, image, isFirstOfSeveral(container, image), skipped));
        }
      }
    }
  }

  private static boolean isFirstOfSeveral(Mapping container, Node image) {
    List<Node> images = container.getAll(IMAGE);
    return images.size() > 1 && images.getFirst().equals(image);
  }

  /**
   * All own values, since some readers take the first of duplicate keys and some the last; else a
   * merged one.
   */
  private static List<Node> images(Mapping container) {
    List<Node> own = container.getAll(IMAGE);
    return own.isEmpty() ? container.get(IMAGE).map(List::of).orElseGet(List::of) : own;
  }

  private static void volumes(
      Resource resource, PodSpec podSpec, Located list, Consumer<ImageField> visitor) {
    int index = -1;
    for (Node element : list.sequence().elements()) {
      index++;
      FieldPath path =
          list.path().element(index).field(IMAGE.toString()).field(REFERENCE.toString());
      if (element instanceof Mapping volume) {
        volume
            .mapping(IMAGE)
            .flatMap(image -> image.get(REFERENCE))
            .ifPresent(reference ->
                visitor.accept(
                    new ImageField(resource, path, reference, false, skipped(resource, podSpec))));
      }
    }
  }

  private static boolean skipped(Resource resource, PodSpec podSpec, String container) {
    return SkipAnnotation.skips(resource.node(), container)
        || SkipAnnotation.skips(podSpec.owner(), container);
  }

  private static boolean skipped(Resource resource, PodSpec podSpec) {
    return SkipAnnotation.skipsAll(resource.node()) || SkipAnnotation.skipsAll(podSpec.owner());
  }
}
