package dev.digester.registry;

import java.security.cert.CertificateException;

/** Certificates that were configured cannot be used; the message says which and why. */
final class TrustException extends CertificateException {
  private static final long serialVersionUID = 1L;

  TrustException(String message) {
    super(message);
  }
}
