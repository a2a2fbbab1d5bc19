package dev.digester.images;

import dev.digester.document.Key;
import dev.digester.document.Mapping;
import dev.digester.krm.Resource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The opt-out of a single object: the annotation {@code digester.dev/skip} of the object or of its
 * pod template, {@code "true"} for all of it or the names of containers, separated by commas.
 *
 * @param values what the object and its pod template say; empty for nearly all
 */
record SkipAnnotation(List<String> values) {
  private static final Key SKIP = Key.of("digester.dev/skip");
  private static final String ALL = "true";

  SkipAnnotation {
    values = List.copyOf(values);
  }

  /** What an object says and what has its pod spec, which is the object itself for a Pod. */
  static SkipAnnotation of(Mapping object, Mapping owner) {
    return of(object.equals(owner) ? List.of(object) : List.of(object, owner));
  }

  private static SkipAnnotation of(List<Mapping> owners) {
    List<String> values = new ArrayList<>();
    for (Mapping owner : owners) {
      Optional<String> value = Resource.annotation(owner, SKIP);
      value.map(String::strip).ifPresent(values::add);
    }
    return new SkipAnnotation(values);
  }

  /** Whether all of the object is excluded. */
  boolean skipsAll() {
    return values.contains(ALL);
  }

  /** Whether a container of a name, which is asked for where it matters, is excluded. */
  boolean skips(Supplier<String> container) {
    if (values.isEmpty()) {
      return false;
    }
    String name = container.get();
    return skipsAll() || values.stream().anyMatch(names -> names(names, name));
  }

  /** Whether the field's object or pod template excludes the field, by itself or its container. */
  static boolean skips(ImageField field) {
    Mapping object = field.resource().node();
    List<Mapping> owners = new ArrayList<>();
    owners.add(object);
    PodSpecs.forEach(
        object,
        podSpec -> {
          if (field.place().path().isBelow(podSpec.path())) {
            owners.add(podSpec.owner());
          }
        });
    return of(owners).skips(() -> field.container().orElse(""));
  }

  private static boolean names(String list, String container) {
    return Arrays.stream(list.split(",")).anyMatch(name -> name.strip().equals(container));
  }
}
