package dev.digester.images;

import dev.digester.config.Where;
import dev.digester.document.Key;
import dev.digester.document.Mapping;
import dev.digester.document.Scalar;
import dev.digester.krm.Resource;
import java.util.Optional;

/** Whether a rule that is for some resources and containers is for a field. */
final class Selection {
  private static final Key METADATA = Key.of("metadata");
  private static final Key LABELS = Key.of("labels");

  private Selection() {}

  static boolean selects(Where where, ImageField field) {
    if (where.equals(Where.ANY)) {
      return true;
    }
    Resource resource = field.resource();
    return matches(where.kind(), resource.kind())
        && matches(where.name(), resource.name())
        && matches(where.namespace(), resource.namespace())
        && where
            .labelSelector()
            .filter(selector -> !selector.matches(key -> label(resource, key)))
            .isEmpty()
        && (where.container().isEmpty() || matches(where.container(), field.container()));
  }

  private static boolean matches(Optional<String> wanted, Optional<String> found) {
    return wanted.isEmpty() || wanted.equals(found);
  }

  private static Optional<String> label(Resource resource, String key) {
    return resource
        .node()
        .mapping(METADATA)
        .flatMap(metadata -> metadata.mapping(LABELS))
        .flatMap((Mapping labels) -> labels.scalar(Key.of(key)))
        .map(Scalar::value);
  }
}
