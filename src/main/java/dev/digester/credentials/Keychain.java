package dev.digester.credentials;

/** Knows which credential belongs to a repository. Implementations may be asked by many threads. */
public interface Keychain {

  /**
   * The credential for a repository. Never throws for a source that is missing or broken: the
   * answer says so.
   *
   * @param host as in references, with the port if there is one: {@code docker.io}, {@code
   *     localhost:5000}
   * @param repository without the host, as registries name it: {@code library/nginx}
   */
  Answer resolve(String host, String repository);
}
