package dev.digester.config;

/** Where certificates to trust are. */
public sealed interface CaSource {
  /** A file with PEM text. */
  record File(String path) implements CaSource {}

  /** The PEM text itself. */
  record Pem(String text) implements CaSource {}

  /**
   * Text with an encapsulation boundary is PEM (<a
   * href="https://www.rfc-editor.org/rfc/rfc7468#section-2">RFC 7468, section 2</a>), anything else
   * is a path.
   *
   * @throws IllegalArgumentException if the text is blank
   */
  static CaSource of(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("must be a path or PEM text, but it is empty");
    }
    return text.contains("-----BEGIN ") ? new Pem(text) : new File(text);
  }
}
