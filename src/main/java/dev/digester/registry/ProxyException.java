package dev.digester.registry;

/** A proxy that is set cannot be used; the message names its variable and nothing of its value. */
public final class ProxyException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  ProxyException(String message) {
    super(message);
  }
}
