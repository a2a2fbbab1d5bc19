package dev.digester.registry;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Judges each certificate by the settings of the host that showed it. One client with one context
 * serves all hosts, so connections are shared; the engine knows which host it talks to.
 */
final class TrustPerHost extends X509ExtendedTrustManager {
  private final HostTrust trust;

  TrustPerHost(HostTrust trust) {
    super();
    this.trust = trust;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    var host = new Authority(engine.getPeerHost(), engine.getPeerPort());
    if (!trust.isInsecure(host)) {
      // Checks the name too: the client sets the identification algorithm of the engine to HTTPS.
      trust.manager(host).checkServerTrusted(chain, authType, engine);
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
