package dev.digester.resolve;

import dev.digester.registry.ManifestQuery;
import dev.digester.registry.Mirror;
import dev.digester.registry.RegistrySettings;
import java.util.List;
import java.util.Optional;

/** Where an image is asked for. */
public sealed interface Route {

  /**
   * Its mirrors in this order, then its registry.
   *
   * @param mirrors the question as each mirror is asked it
   * @param origin the question to the registry itself; empty where only mirrors may be asked
   */
  record Open(List<ManifestQuery> mirrors, Optional<ManifestQuery> origin) implements Route {
    public Open {
      mirrors = List.copyOf(mirrors);
    }
  }

  /**
   * No one is asked.
   *
   * @param reason what forbids it, for people
   */
  record Blocked(String reason) implements Route {}

  /** The route that settings of a registry make. */
  static Route of(ManifestQuery query, RegistrySettings settings) {
    List<Mirror> mirrors = settings.mirrors();
    boolean fallback = settings.fallback();
    return mirrors.isEmpty() && !fallback
        ? new Blocked(
            "'fallback: false' of %s leaves no host to ask, since it has no mirrors"
                .formatted(settings.host()))
        : new Open(
            mirrors.stream().map(query::at).toList(), Optional.of(query).filter(_ -> fallback));
  }
}
