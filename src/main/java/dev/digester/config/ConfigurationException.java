package dev.digester.config;

import java.util.Objects;

/**
 * The configuration is not what it should be. The message is one line for the user: file (where it
 * is one), line, field path and cause.
 */
public final class ConfigurationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ConfigurationException(String message) {
    super(message);
  }

  /** For what is found out only when a valid configuration is carried out. */
  public static ConfigurationException of(String message) {
    return new ConfigurationException(message);
  }

  /** Always there. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
