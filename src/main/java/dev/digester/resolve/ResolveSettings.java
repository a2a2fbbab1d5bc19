package dev.digester.resolve;

import dev.digester.reference.Platform;
import dev.digester.registry.NetworkSettings;
import dev.digester.registry.RegistrySettings;
import java.util.List;

/**
 * What a run's look-ups depend on.
 *
 * @param registries settings of some registries; the first of a host counts, all others have
 *     defaults
 * @param platforms what every image must run on; where empty, nothing is asked about that
 */
public record ResolveSettings(
    NetworkSettings network, List<RegistrySettings> registries, List<Platform> platforms) {
  public ResolveSettings {
    registries = List.copyOf(registries);
    platforms = List.copyOf(platforms);
  }
}
