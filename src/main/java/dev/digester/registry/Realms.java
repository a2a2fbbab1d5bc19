package dev.digester.registry;

import dev.digester.registry.Authorization.Rung;
import java.net.URI;
import java.util.Optional;

/** Which token services a registry may name, for strangers and for users. */
final class Realms {
  private final String host;
  private final Endpoint endpoint;
  private final boolean insecure;
  private final Reach reach;

  /**
   * @param host of the registry, as in references
   * @param insecure whether strangers' tokens may be read on the way
   */
  Realms(String host, Endpoint endpoint, boolean insecure, Reach reach) {
    this.host = host;
    this.endpoint = endpoint;
    this.insecure = insecure;
    this.reach = reach;
  }

  /** Why a token service is not asked; empty where it may be. */
  Optional<RegistryFailure> problem(Challenge.Bearer bearer, Rung rung) {
    if (!isSafe(bearer.realm(), rung)) {
      return Optional.of(notAsked("it is not reached by https"));
    }
    return reach.covers(bearer.realm())
        ? Optional.empty()
        : Optional.of(notAsked("a registry elsewhere must not lead to " + Reach.OUT));
  }

  private RegistryFailure notAsked(String why) {
    return new RegistryFailure.Unusable(host, "its token service is not asked, because " + why);
  }

  /**
   * By https; by plain http on this machine, for a registry on this machine that is itself asked
   * so; and for tokens that anyone gets at the host of an insecure registry itself.
   */
  private boolean isSafe(URI realm, Rung rung) {
    return switch (realm.getScheme()) {
      case "https" -> true;
      case "http" ->
          (endpoint.isPlain() && endpoint.isLoopback() && Loopback.is(realm))
              || (insecure && rung == Rung.ANONYMOUS && endpoint.isHostOf(realm));
      default -> false;
    };
  }
}
