package dev.digester.registry;

import java.util.Map;

/**
 * How the network is reached, for all registries.
 *
 * @param version digester's version, for the User-Agent
 * @param environment of the process; the proxy variables and {@code SSL_CERT_FILE}, {@code
 *     SSL_CERT_DIR} are read from it, nothing else
 * @param inContainer whether digester runs in a container, which may have no network
 */
public record NetworkSettings(
    String version, Map<String, String> environment, boolean inContainer) {
  public NetworkSettings {
    environment = Map.copyOf(environment);
  }

  /** Settings outside of containers. */
  public NetworkSettings(String version, Map<String, String> environment) {
    this(version, environment, false);
  }

  /** The environment's values stay out of messages: proxy variables hold passwords. */
  @Override
  public String toString() {
    return "NetworkSettings[" + version + "]";
  }
}
