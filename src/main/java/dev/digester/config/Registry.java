package dev.digester.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.digester.reference.RegistryHost;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of one registry.
 *
 * @param host {@code host[:port]} as references write it: {@code docker.io}
 * @param mirrors are asked first, in order, for lookups only; what is written keeps naming the
 *     registry itself
 * @param fallback whether the registry itself is asked when no mirror answered
 * @param ca trusted for this host, beside the system's certificates
 * @param insecure whether certificates of this host are not checked, and plain http is spoken where
 *     it speaks no TLS
 * @param concurrency how many requests may be under way at a time, 1 to {@link #MAX_CONCURRENCY}
 */
public record Registry(
    String host,
    List<Mirror> mirrors,
    boolean fallback,
    Optional<CaSource> ca,
    boolean insecure,
    int concurrency) {

  /** What a host gets at a time where nothing is configured. */
  public static final int DEFAULT_CONCURRENCY = 32;

  /** More requests than this at a time are an attack, not a use. */
  public static final int MAX_CONCURRENCY = 1000;

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if the host is none or the concurrency is out of range
   */
  public Registry {
    HostPort.check(host);
    mirrors = List.copyOf(mirrors);
    if (concurrency < 1 || concurrency > MAX_CONCURRENCY) {
      throw new IllegalArgumentException(
          "concurrency must be 1 to %d, but it is %d".formatted(MAX_CONCURRENCY, concurrency));
    }
  }

  /** A registry about which nothing is configured. */
  public static Registry of(String host) {
    return new Registry(host, List.of(), true, Optional.empty(), false, DEFAULT_CONCURRENCY);
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Registry of(WrittenRegistry written) {
    return written.registry();
  }

  static void checkDistinct(List<Registry> registries) {
    Set<String> hosts = new HashSet<>();
    for (Registry registry : registries) {
      if (!hosts.add(RegistryHost.canonical(registry.host()))) {
        throw new IllegalArgumentException(
            "registries has %s twice: put its settings into one entry".formatted(registry.host()));
      }
    }
  }
}
