package dev.digester.images;

import dev.digester.document.Key;
import dev.digester.document.Mapping;
import dev.digester.krm.Resource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The opt-out of a single object: the annotation {@code digester.dev/skip} of the object or of its
 * pod template, {@code "true"} for all of it or the names of containers, separated by commas.
 */
final class SkipAnnotation {
  private static final Key SKIP = Key.of("digester.dev/skip");

  private SkipAnnotation() {}

  /** Whether whatever has the metadata excludes all that it owns. */
  static boolean skipsAll(Mapping owner) {
    return value(owner).filter("true"::equals).isPresent();
  }

  /** Whether whatever has the metadata excludes a container of that name. */
  static boolean skips(Mapping owner, String container) {
    return value(owner)
        .filter(names -> names.equals("true") || names(names, container))
        .isPresent();
  }

  /** Whether the field's object or pod template excludes the field, by itself or its container. */
  static boolean skips(ImageField field) {
    Resource resource = field.resource();
    List<Mapping> owners = new ArrayList<>();
    owners.add(resource.node());
    PodSpecs.forEach(
        resource.node(),
        podSpec -> {
          if (field.place().path().isBelow(podSpec.path())) {
            owners.add(podSpec.owner());
          }
        });
    return owners.stream()
        .filter(owner -> value(owner).isPresent())
        .anyMatch(owner -> skips(owner, field.container().orElse("")));
  }

  private static boolean names(String list, String container) {
    return Arrays.stream(list.split(",")).anyMatch(name -> name.strip().equals(container));
  }

  private static Optional<String> value(Mapping owner) {
    return Resource.annotation(owner, SKIP).map(String::strip);
  }
}
