package dev.digester.reference;

/**
 * Where a repository is: the registry's host and the path there, both normalized.
 *
 * @param host host with an optional port; {@code docker.io} for Docker Hub whatever was written
 * @param path {@code library/nginx}
 */
record RepositoryName(String host, String path) {
  private static final String HUB = "docker.io";
  private static final String LEGACY_HUB = "index.docker.io";
  private static final String OFFICIAL = "library/";

  /**
   * Splits a reference as {@code splitDockerDomain} of distribution/reference does; the path still
   * has its tag and digest. The first component is a host if it is {@code localhost}, or has a dot,
   * a colon or an upper-case letter.
   */
  static RepositoryName split(String written) {
    var slash = written.indexOf('/');
    if (slash < 0) {
      return new RepositoryName(HUB, OFFICIAL + written);
    }
    var first = written.substring(0, slash);
    if (!isHost(first)) {
      return new RepositoryName(HUB, written);
    }
    var rest = written.substring(slash + 1);
    if (!first.equals(HUB) && !first.equals(LEGACY_HUB)) {
      return new RepositoryName(first, rest);
    }
    return new RepositoryName(HUB, rest.indexOf('/') < 0 ? OFFICIAL + rest : rest);
  }

  private static boolean isHost(String first) {
    return first.equals("localhost")
        || first.indexOf('.') >= 0
        || first.indexOf(':') >= 0
        || Grammar.hasUpperCase(first);
  }
}
