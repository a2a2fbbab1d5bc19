package dev.digester.registry;

import java.net.URI;
import java.util.Optional;

/** How a registry wants to be shown who asks (RFC 9110, clause 11). */
sealed interface Challenge {

  /** User name and password with each request (RFC 7617). */
  record Basic() implements Challenge {}

  /**
   * A token that a service hands out (<a
   * href="https://distribution.github.io/distribution/spec/auth/token/">distribution's token
   * specification</a>).
   *
   * @param realm the service's address
   * @param service what the registry calls itself there; may be absent
   * @param scope what the refused request would have needed
   */
  record Bearer(URI realm, Optional<String> service, Optional<String> scope) implements Challenge {}
}
