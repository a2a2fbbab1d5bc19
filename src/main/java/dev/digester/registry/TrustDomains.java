package dev.digester.registry;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Finds the trust domain of each request: by who is asked, and on whose word. */
final class TrustDomains {
  private static final int HTTPS = 443;

  private final Settings settings;
  private final List<Path> certsDirs;
  private final Map<Authority, String> registries = new ConcurrentHashMap<>();
  private final Map<String, TrustDomain> domains = new ConcurrentHashMap<>();

  /**
   * @param certsDirs directories with a directory for each registry, in Docker's layout
   */
  TrustDomains(Settings settings, List<Path> certsDirs) {
    this.settings = settings;
    this.certsDirs = List.copyOf(certsDirs);
  }

  /** Says that a host is a registry of the run, which is judged by its own settings only. */
  void expect(String registry) {
    Settings.addresses(registry).stream()
        .filter(address -> !address.host().isEmpty())
        .forEach(address -> registries.putIfAbsent(address, registry));
  }

  /** The domain of a registry. */
  TrustDomain of(String registry) {
    return domains.computeIfAbsent(registry, this::make);
  }

  /** The domain of a host that someone named who has no say in how it is judged. */
  TrustDomain of(URI address) {
    var host = Authority.of(address);
    return of(registryAt(host).orElseGet(() -> name(host)));
  }

  /**
   * The domain of a registry's token service: the registry's, since one private authority usually
   * certifies both; its own where it is a registry itself.
   */
  TrustDomain ofService(String registry, URI service) {
    return registryAt(Authority.of(service)).map(this::of).orElseGet(() -> of(registry));
  }

  private Optional<String> registryAt(Authority host) {
    return Optional.ofNullable(registries.get(host))
        .or(() ->
            settings
                .find(host)
                .map(found -> Settings.isWild(found.host()) ? name(host) : found.host()));
  }

  /** As in references. */
  private static String name(Authority address) {
    var host = address.host().indexOf(':') < 0 ? address.host() : "[" + address.host() + "]";
    return address.port() == HTTPS ? host : host + ":" + address.port();
  }

  private TrustDomain make(String registry) {
    var own = new HashSet<>(Settings.addresses(registry));
    var domain = new TrustDomain(settings.of(registry), folders(registry), own);
    return domain.isPlain() ? TrustDomain.MACHINE : domain;
  }

  private List<Path> folders(String registry) {
    return certsDirs.stream()
        .flatMap(all -> folder(all, registry).stream())
        .filter(Files::isDirectory)
        .toList();
  }

  private static Optional<Path> folder(Path all, String registry) {
    try {
      return Optional.of(all.resolve(registry));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
