package dev.digester.registry;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Judges each certificate by the settings of one trust domain. The connections of the context that
 * has this judge serve no other domain.
 */
final class CertificateJudge extends X509ExtendedTrustManager {
  private final DomainTrust trust;

  CertificateJudge(DomainTrust trust) {
    super();
    this.trust = trust;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    if (!trust.domain().settings().insecure()) {
      // Checks the name too: the client sets the identification algorithm of the engine to HTTPS.
      trust.authorities().checkServerTrusted(chain, authType, engine);
    }
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw onlyEngines();
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    throw onlyEngines();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw onlyEngines();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    throw onlyEngines();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    throw onlyEngines();
  }

  /** The JDK's HTTP client is a client and has engines. */
  private static TrustException onlyEngines() {
    return new TrustException("certificates can be judged only on connections of the HTTP client");
  }
}
