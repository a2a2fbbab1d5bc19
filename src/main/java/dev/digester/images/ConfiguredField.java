package dev.digester.images;

import dev.digester.config.FieldPattern.Segment;
import dev.digester.config.FieldSpec;
import dev.digester.document.FieldPath;
import dev.digester.document.Key;
import dev.digester.document.Mapping;
import dev.digester.document.Node;
import dev.digester.document.Scalar;
import dev.digester.document.Sequence;
import dev.digester.krm.Resource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** A place that the configuration names, found in the resources that it selects. */
final class ConfiguredField {
  private final FieldSpec spec;

  ConfiguredField(FieldSpec spec) {
    this.spec = spec;
  }

  void forEach(Resource resource, Consumer<ImageField> visitor) {
    if (selects(resource)) {
      boolean skipped = SkipAnnotation.skipsAll(resource.node());
      walk(
          new Place(resource.node(), FieldPath.root()),
          spec.path().segments(),
          place ->
              visitor.accept(new ImageField(resource, place.path(), place.node(), false, skipped)));
    }
  }

  private record Place(Node node, FieldPath path) {}

  private boolean selects(Resource resource) {
    return matches(spec.group(), resource.group())
        && matches(spec.version(), resource.version())
        && matches(spec.kind(), resource.kind().orElse(""))
        && matches(spec.name(), resource.name().orElse(""))
        && matches(spec.namespace(), resource.namespace().orElse(""));
  }

  private static boolean matches(Optional<String> wanted, String found) {
    return wanted.isEmpty() || wanted.get().equals(found);
  }

  private static void walk(Place place, List<Segment> path, Consumer<Place> found) {
    if (path.isEmpty()) {
      found.accept(place);
      return;
    }
    List<Segment> rest = path.subList(1, path.size());
    BiConsumer<Node, FieldPath> onward = (node, at) -> walk(new Place(node, at), rest, found);
    switch (path.getFirst()) {
      case Segment.Key(String name) -> key(place, name, onward);
      case Segment.Each() -> elements(place, onward);
      case Segment.Matching matching ->
          elements(place, (node, at) -> ifMatching(matching, node, () -> onward.accept(node, at)));
      case Segment.Any() -> {
        elements(place, onward);
        entries(place, onward);
      }
    }
  }

  private static void key(Place place, String name, BiConsumer<Node, FieldPath> onward) {
    if (place.node() instanceof Mapping mapping) {
      mapping.get(Key.of(name)).ifPresent(value -> onward.accept(value, place.path().field(name)));
    }
  }

  private static void elements(Place place, BiConsumer<Node, FieldPath> onward) {
    if (place.node() instanceof Sequence sequence) {
      int index = 0;
      for (Node element : sequence.elements()) {
        onward.accept(element, place.path().element(index++));
      }
    }
  }

  private static void entries(Place place, BiConsumer<Node, FieldPath> onward) {
    if (place.node() instanceof Mapping mapping) {
      for (Mapping.Entry entry : mapping.entries()) {
        if (entry.key() instanceof Scalar key) {
          onward.accept(entry.value(), place.path().field(key.value()));
        }
      }
    }
  }

  private static void ifMatching(Segment.Matching wanted, Node node, Runnable then) {
    if (node instanceof Mapping mapping
        && mapping
            .scalar(Key.of(wanted.key()))
            .map(Scalar::value)
            .filter(wanted.glob()::matches)
            .isPresent()) {
      then.run();
    }
  }
}
