package dev.digester.registry;

import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * TLS with servers that are not registries: the CAs of the machine are trusted, those of {@code
 * SSL_CERT_FILE} and {@code SSL_CERT_DIR}, else the system's.
 */
public final class MachineTls {
  private MachineTls() {}

  /**
   * A context that loads the CAs when the first certificate is checked.
   *
   * @param environment of the process
   */
  public static SSLContext context(Map<String, String> environment) {
    var anchors = new TrustAnchors(environment, TrustPlaces.SYSTEM);
    var trust = new DomainTrust(TrustDomain.MACHINE, anchors);
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new CertificateJudge(trust)}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime has no TLS", e);
    }
  }

  /**
   * Judges certificates by the CAs, which are loaded at once.
   *
   * @param environment of the process
   * @throws CertificateException if files that were named cannot be used; the message says which
   */
  public static X509ExtendedTrustManager authorities(Map<String, String> environment)
      throws CertificateException {
    return new TrustAnchors(environment, TrustPlaces.SYSTEM).with(List.of());
  }
}
