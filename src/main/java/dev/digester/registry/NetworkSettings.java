package dev.digester.registry;

import java.util.Map;

/**
 * How the network is reached, for all registries.
 *
 * @param version digester's version, for the User-Agent
 * @param environment of the process; the proxy variables and {@code SSL_CERT_FILE}, {@code
 *     SSL_CERT_DIR} are read from it, nothing else
 */
public record NetworkSettings(String version, Map<String, String> environment) {
  public NetworkSettings {
    environment = Map.copyOf(environment);
  }

  /** The environment's values stay out of messages: proxy variables hold passwords. */
  @Override
  public String toString() {
    return "NetworkSettings[" + version + "]";
  }
}
