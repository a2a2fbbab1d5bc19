package dev.digester.registry;

/** A header cannot be sent; the message says so without its value. */
final class HeaderException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  HeaderException(String message) {
    super(message);
  }
}
