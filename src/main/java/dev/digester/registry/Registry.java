package dev.digester.registry;

import dev.digester.credentials.Keychain;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What is known about one registry during a run. */
final class Registry {
  private final String host;
  private final Endpoint endpoint;
  private final Services services;
  private final Realms realms;
  private final FirstContact firstContact;
  private final Map<String, RepositoryAccess> repositories = new ConcurrentHashMap<>();
  private final Challenges challenges = new Challenges();
  private volatile boolean credentialsNeeded;
  private volatile boolean truthful;

  /**
   * What all registries share.
   *
   * @param keychain asked only when a registry does not answer strangers
   */
  record Services(Keychain keychain, Connections connections, Retries retries, Pings pings) {}

  /**
   * @param host as in references
   */
  Registry(String host, Endpoint endpoint, Realms realms, Services services) {
    this.host = host;
    this.endpoint = endpoint;
    this.realms = realms;
    this.services = services;
    this.firstContact = new FirstContact(host);
  }

  String host() {
    return host;
  }

  Endpoint endpoint() {
    return endpoint;
  }

  Services services() {
    return services;
  }

  FirstContact firstContact() {
    return firstContact;
  }

  RepositoryAccess access(String repository) {
    return repositories.computeIfAbsent(repository, name -> new RepositoryAccess(this, name));
  }

  /** How this registry wants to be shown who asks. */
  Challenges challenges() {
    return challenges;
  }

  /** The challenge for a repository, for which {@code /v2/} is asked where nothing is known. */
  Optional<Challenge> challenge(String repository, Patience patience) {
    var known = challenges.of(repository);
    if (known.isPresent()) {
      return known;
    }
    services.pings().of(this, patience).ifPresent(challenges::learnOfPing);
    return challenges.of(repository);
  }

  /** The token service that a challenge names, which is asked for this registry's purposes only. */
  TokenService tokens(Challenge.Bearer bearer) {
    return new TokenService(
        services.connections().toService(host, bearer.realm()), services.retries());
  }

  /**
   * Whether strangers were refused and a credential was let in: then the next one shows it first.
   */
  boolean credentialsNeeded() {
    return credentialsNeeded;
  }

  void letIn(Authorization authorization) {
    if (authorization.rung() == Authorization.Rung.CREDENTIAL) {
      credentialsNeeded = true;
    }
  }

  /** Whether a digest that it told was that of the manifest that it sent. */
  boolean isTruthful() {
    return truthful;
  }

  void foundTruthful() {
    truthful = true;
  }

  /** Which token services it may name. */
  Realms realms() {
    return realms;
  }

  /** Whether credentials may be sent: never where others can read them. */
  boolean mayShowCredentials() {
    return !endpoint.isPlain() || endpoint.isLoopback();
  }
}
