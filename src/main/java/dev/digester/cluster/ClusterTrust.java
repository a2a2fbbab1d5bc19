package dev.digester.cluster;

import dev.digester.cluster.ClusterAccess.Trust;
import dev.digester.registry.MachineTls;
import dev.digester.registry.Pem;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/** Whom to believe that it is the API server. */
final class ClusterTrust {
  private ClusterTrust() {}

  /**
   * Judges the server's certificates.
   *
   * @throws ClusterException if the CAs are of no use
   */
  static X509ExtendedTrustManager of(ClusterAccess access, Map<String, String> environment) {
    Trust trust = access.trust();
    if (trust.insecure()) {
      return new Anybody();
    }
    X509ExtendedTrustManager authorities =
        trust.authorities().isPresent()
            ? authorities(trust.authorities().get(), access.place())
            : machine(environment, access.place());
    return trust
        .name()
        .<X509ExtendedTrustManager>map(name -> new NamedServer(authorities, name))
        .orElse(authorities);
  }

  private static X509ExtendedTrustManager machine(Map<String, String> environment, String place) {
    try {
      return MachineTls.authorities(environment);
    } catch (CertificateException e) {
      throw new ClusterException(
          "%s has no certificate-authority, and of the machine's %s"
              .formatted(place, e.getMessage()));
    }
  }

  private static X509ExtendedTrustManager authorities(String pem, String place) {
    List<X509Certificate> authorities = Pem.certificates(pem);
    if (authorities.isEmpty()) {
      throw new ClusterException(place + " has an authority without a certificate");
    }
    try {
      KeyStore store = ClusterTls.emptyStore();
      for (int i = 0; i < authorities.size(); i++) {
        store.setCertificateEntry(Integer.toString(i), authorities.get(i));
      }
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
    } catch (GeneralSecurityException | IOException e) {
      throw new ClusterException("the authority of " + place + " is of no use");
    }
  }

  /** For {@code insecure-skip-tls-verify}, which the user asked for. */
  private static final class Anybody extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
