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
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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
    PodSpecs.forEach(resource.node(), podSpec -> new Walk(resource, podSpec, visitor).walk());
  }

  /**
   * All own values, since some readers take the first of duplicate keys and some the last; else a
   * merged one.
   */
  static List<Node> images(Mapping container) {
    List<Node> own = container.getAll(IMAGE);
    return own.isEmpty() ? container.get(IMAGE).map(List::of).orElseGet(List::of) : own;
  }

  /** The way through one pod spec. */
  private static final class Walk {
    private final Resource resource;
    private final PodSpec podSpec;
    private final Consumer<ImageField> visitor;

    /** Read when there is the first list: what a Deployment has under spec has none. */
    private @Nullable SkipAnnotation skip;

    Walk(Resource resource, PodSpec podSpec, Consumer<ImageField> visitor) {
      this.resource = resource;
      this.podSpec = podSpec;
      this.visitor = visitor;
    }

    void walk() {
      for (Key key : CONTAINERS) {
        elements(key, this::container);
      }
      elements(VOLUMES, this::volume);
    }

    private SkipAnnotation skip() {
      SkipAnnotation read = skip;
      if (read == null) {
        read = SkipAnnotation.of(resource.node(), podSpec.owner());
        skip = read;
      }
      return read;
    }

    /** Visits the mappings of a list of the pod spec, with the place of each. */
    private void elements(Key key, BiConsumer<Mapping, FieldPath> each) {
      Optional<Sequence> list = podSpec.spec().sequence(key);
      if (list.isEmpty()) {
        return;
      }
      FieldPath path = podSpec.path().field(key.toString());
      int position = 0;
      for (Node element : list.get().elements()) {
        if (element instanceof Mapping mapping) {
          each.accept(mapping, path.element(position));
        }
        position++;
      }
    }

    private void container(Mapping container, FieldPath path) {
      List<Node> images = images(container);
      FieldPath place = path.field(IMAGE.toString());
      boolean skipped = skip().skips(() -> container.scalar(NAME).map(Scalar::value).orElse(""));
      if (images.isEmpty()) {
        visitor.accept(ImageField.missing(resource, place, container).skipped(skipped));
      }
      boolean duplicated = images.size() > 1;
      for (Node image : images) {
        visit(place, image, skipped, duplicated);
        duplicated = false;
      }
    }

    private void volume(Mapping volume, FieldPath path) {
      Optional<Node> reference = volume.mapping(IMAGE).flatMap(image -> image.get(REFERENCE));
      if (reference.isPresent()) {
        FieldPath place = path.field(IMAGE.toString()).field(REFERENCE.toString());
        visit(place, reference.get(), skip().skipsAll(), false);
      }
    }

    private void visit(FieldPath path, Node image, boolean skipped, boolean duplicated) {
      visitor.accept(
          ImageField.whole(resource, Place.of(path, image))
              .duplicated(duplicated)
              .skipped(skipped));
    }
  }
}
