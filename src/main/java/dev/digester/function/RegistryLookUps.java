package dev.digester.function;

import dev.digester.config.CaSource;
import dev.digester.config.Configuration;
import dev.digester.config.Registry;
import dev.digester.reference.ImageReference;
import dev.digester.reference.Platform;
import dev.digester.registry.Deadline;
import dev.digester.registry.Mirror;
import dev.digester.registry.NetworkSettings;
import dev.digester.registry.RegistrySettings;
import dev.digester.resolve.BatchResolver;
import dev.digester.resolve.Resolution;
import dev.digester.resolve.ResolveSettings;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/**
 * Look-ups in real registries, with the credentials of the user's machine. Nothing of it exists
 * before the first look-up.
 */
public final class RegistryLookUps implements LookUps {
  private final Surroundings surroundings;
  private final Instant start;

  /** The time of the run counts from here. */
  public RegistryLookUps(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.start = surroundings.clock().instant();
  }

  @Override
  public Map<ImageReference, Resolution> resolve(
      Collection<ImageReference> references, Configuration configuration) {
    NetworkSettings network = new NetworkSettings(Version.number(), surroundings.environment());
    ResolveSettings settings =
        new ResolveSettings(
            network,
            configuration.registries().stream().map(RegistryLookUps::settings).toList(),
            configuration.platforms().stream()
                .map(p -> new Platform(p.os(), p.architecture(), p.variant()))
                .toList());
    Deadline deadline = new Deadline(start.plus(configuration.timeout()), surroundings.clock());
    return BatchResolver.of(settings, surroundings.credentials(), deadline).resolveAll(references);
  }

  private static RegistrySettings settings(Registry registry) {
    return new RegistrySettings(
        registry.host(),
        registry.mirrors().stream()
            .map(mirror -> new Mirror(mirror.host(), mirror.prefix()))
            .toList(),
        registry.fallback(),
        registry.ca().map(RegistryLookUps::text),
        registry.insecure(),
        registry.concurrency());
  }

  private static String text(CaSource source) {
    return switch (source) {
      case CaSource.File(String path) -> path;
      case CaSource.Pem(String pem) -> pem;
    };
  }
}
