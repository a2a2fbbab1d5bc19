package dev.digester.credentials;

import java.util.Locale;

/**
 * The repository that a credential is looked for, in the one spelling that keys are compared with.
 *
 * @param host in lower case; every name of Docker Hub is {@code docker.io}
 * @param repository without the host
 */
record Target(String host, String repository) {

  /** Docker Hub as references name it. */
  static final String DOCKER_HUB = "docker.io";

  /**
   * The key under which {@code docker login} stores the credential of Docker Hub, and what
   * credential helpers are asked for: the address of its first index, which no longer answers.
   */
  static final String DOCKER_HUB_KEY = "https://index.docker.io/v1/";

  Target {
    host = canonicalHost(host);
  }

  /** One spelling for all names of a registry. */
  static String canonicalHost(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    return switch (lower) {
      case "index.docker.io", "registry-1.docker.io" -> DOCKER_HUB;
      default -> lower;
    };
  }

  /** How credential helpers want the registry to be called. */
  String serverUrl() {
    return host.equals(DOCKER_HUB) ? DOCKER_HUB_KEY : host;
  }

  /** For messages. */
  @Override
  public String toString() {
    return host + "/" + repository;
  }
}
