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
import java.io.PrintStream;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/**
 * Look-ups in real registries, with the credentials of the user's machine. Nothing of it exists
 * before the first look-up.
 */
public final class RegistryLookUps implements LookUps {
  private final Surroundings surroundings;
  private final PrintStream terminal;
  private final Instant start;

  /**
   * Look-ups of a run whose time counts from here.
   *
   * @param terminal standard error, for progress where a person watches it
   */
  public RegistryLookUps(Surroundings surroundings, PrintStream terminal) {
    this.surroundings = surroundings;
    this.terminal = terminal;
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
    BatchResolver resolver = BatchResolver.of(settings, surroundings.credentials(), deadline);
    if (!surroundings.errorTerminal()) {
      return resolver.resolveAll(references);
    }
    String message = "resolving " + references.size() + " images …";
    try (Progress _ = Progress.start(terminal, message, Progress.PATIENCE)) {
      return resolver.resolveAll(references);
    }
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
