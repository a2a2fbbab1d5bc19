package dev.digester.registry;

import java.util.List;
import java.util.Optional;

/**
 * How one registry is talked to.
 *
 * @param host as in references, with the port if they have one: {@code docker.io}; {@code *.}
 *     before a domain stands for all of its subdomains that have no settings of their own
 * @param mirrors asked in this order before the registry itself, for lookups only
 * @param fallback whether the registry itself is asked when no mirror has an answer
 * @param ca a path of a PEM file, or PEM text: trusted for this host beside the system's CAs
 * @param insecure whether certificates are not verified, and plain http is tried where https fails
 * @param concurrency requests under way at once, at least 1
 * @param client what is shown to a host that wants to know its clients by certificate
 */
public record RegistrySettings(
    String host,
    List<Mirror> mirrors,
    boolean fallback,
    Optional<String> ca,
    boolean insecure,
    int concurrency,
    Optional<ClientFiles> client) {

  /** Requests under way at once where nothing else was said. */
  public static final int DEFAULT_CONCURRENCY = 32;

  public RegistrySettings {
    mirrors = List.copyOf(mirrors);
    if (host.isEmpty() || concurrency < 1) {
      throw new IllegalArgumentException("a registry has a host and a concurrency of at least 1");
    }
  }

  /** Settings without a certificate of the client. */
  public RegistrySettings(
      String host,
      List<Mirror> mirrors,
      boolean fallback,
      Optional<String> ca,
      boolean insecure,
      int concurrency) {
    this(host, mirrors, fallback, ca, insecure, concurrency, Optional.empty());
  }

  /** The settings of a registry that nothing was said about. */
  public static RegistrySettings defaults(String host) {
    return new RegistrySettings(
        host, List.of(), true, Optional.empty(), false, DEFAULT_CONCURRENCY);
  }
}
