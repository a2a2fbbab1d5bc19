package dev.digester.registry;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * A registry and what it named for its own purposes, such as its token service: the settings by
 * which certificates are judged there. What is connected or learnt in one domain serves no other.
 *
 * @param settings of the registry
 * @param folders those of the registry under {@code certs.d}
 * @param own where the registry itself is; only there it is shown a client certificate
 */
record TrustDomain(RegistrySettings settings, List<Path> folders, Set<Authority> own) {

  /** All hosts about which nothing is said: only the machine's CAs judge them. */
  static final TrustDomain MACHINE =
      new TrustDomain(RegistrySettings.defaults("the machine"), List.of(), Set.of());

  TrustDomain {
    folders = List.copyOf(folders);
    own = Set.copyOf(own);
  }

  /** Whether nothing is said here but what is said of all hosts. */
  boolean isPlain() {
    return settings.ca().isEmpty()
        && !settings.insecure()
        && settings.client().isEmpty()
        && folders.isEmpty();
  }
}
