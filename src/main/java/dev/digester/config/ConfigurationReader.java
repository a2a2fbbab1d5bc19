package dev.digester.config;

import dev.digester.document.Mapping;
import java.util.Optional;

/** Reads the configuration. */
public final class ConfigurationReader {
  private ConfigurationReader() {}

  /**
   * Reads what an orchestrator passed: a {@code Digester}, or a ConfigMap.
   *
   * @param functionConfig the list's functionConfig; empty: the defaults hold
   * @throws ConfigurationException if it is of another kind, or wrong
   */
  public static Configuration read(Optional<Mapping> functionConfig) {
    if (functionConfig.isEmpty()) {
      return Configuration.defaults();
    }
    throw new ConfigurationException("functionConfig cannot be read yet");
  }
}
