package dev.digester.registry;

import dev.digester.credentials.Keychain;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/**
 * Asks registries which digest a tag names. Opens no connection, reads no file and starts no thread
 * before the first question; may be asked by many threads at once. What is learnt about a registry
 * serves all later questions, so a client lives as long as a run.
 */
public final class RegistryClient implements AutoCloseable {
  private final Map<String, Registry> registries = new ConcurrentHashMap<>();
  private final Settings settings;
  private final Registry.Services services;

  /**
   * @param registries settings of some registries; the first of a host counts
   * @param keychain asked only when a registry does not answer strangers
   */
  public RegistryClient(
      NetworkSettings network, List<RegistrySettings> registries, Keychain keychain) {
    this(
        new Settings(registries),
        keychain,
        new Retries(Thread::sleep, () -> ThreadLocalRandom.current().nextDouble()),
        new Wire(network, TrustPlaces.SYSTEM, HttpTransport.REQUEST_TIMEOUT, Thread::sleep));
  }

  /** What the network is made of; tests put other places and times in. */
  record Wire(
      NetworkSettings network, TrustPlaces places, Duration requestTimeout, Sleeper sleeper) {}

  RegistryClient(Settings settings, Keychain keychain, Retries retries, Wire wire) {
    this.settings = settings;
    var environment = wire.network().environment();
    var proxies = new Proxies(environment);
    var anchors = new TrustAnchors(environment, wire.places());
    var domains = new TrustDomains(settings, wire.places().certsDirs());
    var all = new Limiter(Limited.MOST);
    var connections =
        new Connections(
            domains,
            proxies,
            domain -> {
              var client = new LazyHttpClient(proxies, new DomainTrust(domain, anchors));
              return new Connections.Pool(client, exchanger(client, proxies, wire, all));
            });
    this.services = new Registry.Services(keychain, connections, retries, new Pings());
  }

  private Exchanger exchanger(LazyHttpClient client, Proxies proxies, Wire wire, Limiter all) {
    var transport =
        new HttpTransport(client, proxies, wire.network().version(), wire.requestTimeout());
    return new Limited(settings::concurrency, wire.sleeper(), all, transport);
  }

  private RegistryClient(RegistryClient other, Keychain keychain) {
    this.settings = other.settings;
    var shared = other.services;
    this.services =
        new Registry.Services(keychain, shared.connections(), shared.retries(), shared.pings());
  }

  /**
   * Says which hosts are registries of the run. Each is judged by its own settings, also where
   * another one names it as its token service.
   */
  public void expect(Collection<String> hosts) {
    hosts.forEach(services.connections()::expect);
  }

  /** A client for other credentials that uses the same connections and keeps to the same limits. */
  public RegistryClient with(Keychain keychain) {
    return new RegistryClient(this, keychain);
  }

  /** Asks for a manifest; blocks. Mirrors are not considered. */
  public ManifestAnswer lookUp(ManifestQuery query, Patience patience) {
    return lookUp(query, patience, LookUp::run);
  }

  /**
   * The same at a mirror, which is asked once by each lookup, and whose first answer is checked: a
   * mirror may serve what it once had under another name, or cut short.
   *
   * @param deadline when it is given up
   */
  public ManifestAnswer lookUpAtMirror(ManifestQuery query, Deadline deadline) {
    return lookUp(query, new Patience(deadline, false), LookUp::runProving);
  }

  private ManifestAnswer lookUp(
      ManifestQuery query, Patience patience, Function<LookUp, ManifestAnswer> way) {
    var registry = registries.computeIfAbsent(query.host(), this::registry);
    return registry
        .firstContact()
        .pass(() -> way.apply(new LookUp(registry, query, patience)), patience.deadline().clock());
  }

  /** Closes all connections, those of clients for other credentials too. */
  @Override
  public void close() {
    services.connections().close();
  }

  private Registry registry(String host) {
    services.connections().expect(host);
    var exchanger = services.connections().to(host);
    var insecure = settings.of(host).insecure();
    var endpoint = new Endpoint(host, insecure, exchanger);
    var realms = new Realms(host, endpoint, insecure, services.connections().reach(host));
    return new Registry(host, endpoint, realms, services);
  }
}
