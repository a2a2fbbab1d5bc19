package dev.digester.images;

import dev.digester.krm.Resource;
import java.util.function.Consumer;

/** Finds the image fields of a resource. */
@FunctionalInterface
interface Places {
  /** Visits the fields; one that is reached by several ways may be visited several times. */
  void forEach(Resource resource, Consumer<ImageField> visitor);
}
