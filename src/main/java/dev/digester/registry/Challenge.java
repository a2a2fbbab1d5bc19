package dev.digester.registry;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How a registry wants to be shown who asks (RFC 9110, clause 11). */
sealed interface Challenge {

  /** The same without what it says about one repository. */
  Challenge bare();

  /** The same as it is answered for a repository. */
  Challenge naming(String repository);

  /** User name and password with each request (RFC 7617). */
  record Basic() implements Challenge {
    @Override
    public Challenge bare() {
      return this;
    }

    @Override
    public Challenge naming(String repository) {
      return this;
    }
  }

  /**
   * A token that a service hands out which cannot be asked.
   *
   * @param why what is wrong with its address
   */
  record Unanswerable(String why) implements Challenge {
    @Override
    public Challenge bare() {
      return this;
    }

    @Override
    public Challenge naming(String repository) {
      return this;
    }
  }

  /**
   * A token that a service hands out (<a
   * href="https://distribution.github.io/distribution/spec/auth/token/">distribution's token
   * specification</a>).
   *
   * @param realm the service's address
   * @param service what the registry calls itself there; may be absent
   * @param scopes what the token is to be good for
   */
  record Bearer(URI realm, Optional<String> service, List<String> scopes) implements Challenge {
    public Bearer {
      scopes = List.copyOf(scopes);
    }

    @Override
    public Challenge bare() {
      return new Bearer(realm, service, List.of());
    }

    /**
     * What lookups in the repository need, beside what the registry asks for: it may know the
     * repository by another name.
     */
    @Override
    public Challenge naming(String repository) {
      if (scopes.stream().anyMatch(scope -> scope.contains(":" + repository + ":"))) {
        return this;
      }
      var own = "repository:" + repository + ":pull";
      return new Bearer(realm, service, Stream.concat(Stream.of(own), scopes.stream()).toList());
    }
  }
}
