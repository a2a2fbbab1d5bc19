package dev.digester.credentials;

import dev.digester.reference.RegistryHost;
import java.util.List;

/**
 * The repository that a credential is looked for, in the one spelling that keys are compared with.
 *
 * @param host as {@link RegistryHost#canonical} spells it: {@code docker.io} for every name of
 *     Docker Hub, and without the port of https
 * @param repository without the host
 * @param written the host as the reference has it
 */
record Target(String host, String repository, String written) {

  /** Docker Hub as references name it. */
  static final String DOCKER_HUB = RegistryHost.HUB;

  /**
   * The key under which {@code docker login} stores the credential of Docker Hub, and what
   * credential helpers are asked for: the address of its first index, which no longer answers.
   */
  static final String DOCKER_HUB_KEY = "https://index.docker.io/v1/";

  Target {
    host = canonicalHost(host);
  }

  Target(String host, String repository) {
    this(host, repository, host);
  }

  /** One spelling for all names of a registry. */
  static String canonicalHost(String host) {
    return RegistryHost.canonical(host);
  }

  /** How credential helpers want the registry to be called. */
  String serverUrl() {
    return host.equals(DOCKER_HUB) ? DOCKER_HUB_KEY : host;
  }

  /**
   * What credential helpers are asked for, in this order: where the reference has the port of
   * https, a login may be stored with it or without.
   */
  List<String> serverUrls() {
    return written.endsWith(":443") && !host.equals(DOCKER_HUB)
        ? List.of(serverUrl(), host + ":443")
        : List.of(serverUrl());
  }

  /** For messages. */
  @Override
  public String toString() {
    return host + "/" + repository;
  }
}
