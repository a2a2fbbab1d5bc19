package dev.digester.images;

import dev.digester.document.FieldPath;
import dev.digester.document.Key;
import dev.digester.document.Mapping;
import dev.digester.document.Node;
import dev.digester.document.Scalar;
import dev.digester.document.Sequence;
import dev.digester.images.ImageField.Place;
import dev.digester.images.PodSpecs.PodSpec;
import dev.digester.krm.Resource;
import java.util.List;
import java.util.function.Consumer;

/** The image fields of pod specs: containers of all sorts, and volumes that are images. */
final class PodSpecFields implements Places {
  private static final List<Key> CONTAINERS =
      List.of(Key.of("containers"), Key.of("initContainers"), Key.of("ephemeralContainers"));
  private static final Key IMAGE = Key.of("image");
  private static final Key NAME = Key.of("name");
  private static final Key VOLUMES = Key.of("volumes");
  private static final Key REFERENCE = Key.of("reference");

  @Override
  public void forEach(Resource resource, Consumer<ImageField> visitor) {
    PodSpecs.forEach(resource.node(), podSpec -> podSpec(resource, podSpec, visitor));
  }

  private static void podSpec(Resource resource, PodSpec podSpec, Consumer<ImageField> visitor) {
    for (Key key : CONTAINERS) {
      podSpec
          .spec()
          .sequence(key)
          .ifPresent(containers ->
              containers(resource, podSpec, located(podSpec, key, containers), visitor));
    }
    podSpec
        .spec()
        .sequence(VOLUMES)
        .ifPresent(
            volumes -> volumes(resource, podSpec, located(podSpec, VOLUMES, volumes), visitor));
  }

  private record Located(Sequence sequence, FieldPath path) {}

  private static Located located(PodSpec podSpec, Key key, Sequence sequence) {
    return new Located(sequence, podSpec.path().field(key.toString()));
  }

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
              ImageField.whole(resource, Place.of(path, image))
                  .duplicated(isFirstOfSeveral(container, image))
                  .skipped(skipped));
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
  static List<Node> images(Mapping container) {
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
                    ImageField.whole(resource, Place.of(path, reference))
                        .skipped(skipped(resource, podSpec))));
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
