package dev.digester.resolve;

import dev.digester.reference.ImageReference;
import dev.digester.reference.Platform;
import dev.digester.reference.RegistryHost;
import dev.digester.registry.ManifestQuery;
import dev.digester.registry.NetworkSettings;
import dev.digester.registry.RegistrySettings;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a run's lookups depend on.
 *
 * @param registries settings of some registries; the first of a host counts, all others have
 *     defaults
 * @param platforms what every image must run on; where empty, nothing is asked about that
 * @param routes other places where some images are asked for; they win over the mirrors of {@code
 *     registries}
 */
public record ResolveSettings(
    NetworkSettings network,
    List<RegistrySettings> registries,
    List<Platform> platforms,
    Routes routes) {
  public ResolveSettings {
    registries = List.copyOf(registries);
    platforms = List.copyOf(platforms);
  }

  /** Settings beside which the machine says nothing. */
  public ResolveSettings(
      NetworkSettings network, List<RegistrySettings> registries, List<Platform> platforms) {
    this(network, registries, platforms, _ -> Optional.empty());
  }

  /** Where an image is asked for. */
  Route route(ManifestQuery query) {
    return routes.of(query).orElseGet(() -> Route.of(query, settings(query.host())));
  }

  private RegistrySettings settings(String host) {
    var name = RegistryHost.canonical(host);
    return registries.stream()
        .filter(registry -> RegistryHost.canonical(registry.host()).equals(name))
        .findFirst()
        .orElseGet(() -> RegistrySettings.defaults(host));
  }

  /** What may be asked for an image, in this order: its mirrors, then its registry. */
  public List<ManifestQuery> queries(ImageReference reference) {
    return switch (route(ManifestQuery.of(reference, platforms))) {
      case Route.Open open ->
          Stream.concat(open.mirrors().stream(), open.origin().stream()).toList();
      case Route.Blocked _ -> List.of();
    };
  }
}
