package dev.digester.registry;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The connections of a run. Each trust domain has a pool of its own, with its own TLS context and
 * its own memory of who wants no requests, so that nothing that was judged by one registry's
 * settings serves another. All registries without settings of their own are one domain.
 */
final class Connections implements AutoCloseable {

  /**
   * As long as the JVM itself would wait for a thread that sleeps in a system call, as that of a
   * client does between answers.
   */
  private static final Duration END_TIMEOUT = Duration.ofMillis(300);

  private final TrustDomains domains;
  private final Proxies proxies;
  private final Function<TrustDomain, Pool> maker;
  private final Map<TrustDomain, Pool> pools = new ConcurrentHashMap<>();

  /**
   * @param client makes the connections when the first is needed
   * @param exchanger sends requests over them
   */
  record Pool(LazyHttpClient client, Exchanger exchanger) {}

  Connections(TrustDomains domains, Proxies proxies, Function<TrustDomain, Pool> maker) {
    this.domains = domains;
    this.proxies = proxies;
    this.maker = maker;
  }

  /** Says that a host is a registry of the run. */
  void expect(String registry) {
    domains.expect(registry);
  }

  /** Asks a registry. */
  Exchanger to(String registry) {
    return new Redirecting(in(domains.of(registry)), this::elsewhere, reach(registry));
  }

  /** Asks a token service that a registry named. */
  Exchanger toService(String registry, URI service) {
    return new Redirecting(
        in(domains.ofService(registry, service)), this::elsewhere, reach(registry));
  }

  /** Where the word of a registry may lead. */
  Reach reach(String registry) {
    return Reach.of(registry, proxies);
  }

  private Exchanger elsewhere(URI target) {
    return in(domains.of(target));
  }

  private Exchanger in(TrustDomain domain) {
    return pools.computeIfAbsent(domain, maker).exchanger();
  }

  @Override
  public void close() {
    pools.values().forEach(pool -> pool.client().end());
    var end = System.nanoTime() + END_TIMEOUT.toNanos();
    try {
      for (var pool : pools.values()) {
        pool.client().await(Duration.ofNanos(end - System.nanoTime()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
