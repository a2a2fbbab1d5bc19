package dev.digester.function;

import java.util.Objects;

/** The configuration that kustomize handed to a plugin cannot be read. */
final class PluginConfigException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PluginConfigException(String message) {
    super(message);
  }

  /** Always there. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
