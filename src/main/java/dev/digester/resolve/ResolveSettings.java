package dev.digester.resolve;

import dev.digester.reference.ImageReference;
import dev.digester.reference.Platform;
import dev.digester.registry.ManifestQuery;
import dev.digester.registry.NetworkSettings;
import dev.digester.registry.RegistrySettings;
import java.util.List;
import java.util.stream.Stream;

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

  /** The settings of a host; the defaults where nothing was said about it. */
  RegistrySettings registry(String host) {
    return registries.stream()
        .filter(registry -> registry.host().equals(host))
        .findFirst()
        .orElseGet(() -> RegistrySettings.defaults(host));
  }

  /** What may be asked for an image, in this order: its mirrors, then its registry. */
  public List<ManifestQuery> queries(ImageReference reference) {
    ManifestQuery query = ManifestQuery.of(reference, platforms);
    return Stream.concat(
            registry(reference.host()).mirrors().stream().map(query::at), Stream.of(query))
        .toList();
  }
}
