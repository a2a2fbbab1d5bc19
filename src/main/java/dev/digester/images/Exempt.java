package dev.digester.images;

import dev.digester.document.Key;
import dev.digester.krm.Resource;
import java.util.List;

/**
 * Resources that never are workloads, whatever they hold. Orchestrators hand over all of a package,
 * and write back what a function changes: a pipeline's own {@code image} in a Kptfile among them.
 */
final class Exempt {
  private static final List<Key> KINDS =
      List.of(Key.of("Kptfile"), Key.of("Kustomization"), Key.of("CustomResourceDefinition"));
  private static final String OWN_GROUP = "digester.dev";

  private Exempt() {}

  static boolean is(Resource resource) {
    return resource.isAnyKind(KINDS)
        || resource.group().equals(OWN_GROUP)
        || resource.isLocalConfig();
  }
}
