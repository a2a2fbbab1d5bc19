package dev.digester.cluster;

import dev.digester.cluster.ClusterAccess.Identity;
import dev.digester.cluster.ClusterAccess.Trust;
import dev.digester.registry.Pem;
import dev.digester.registry.PrivateKeys;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** TLS with an API server: whom to believe, and what to show. */
final class ClusterTls {
  /** The key store never leaves the memory, but wants a password. */
  private static final char[] PASSWORD = new char[0];

  private ClusterTls() {}

  /**
   * A context for one server.
   *
   * @throws ClusterException if certificates or key are of no use
   */
  static SSLContext context(ClusterAccess access) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys(access), trust(access), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new ClusterException(
          "the certificates or the key of " + access.place() + " are of no use");
    }
  }

  private static TrustManager @Nullable [] trust(ClusterAccess access)
      throws GeneralSecurityException, IOException {
    Trust trust = access.trust();
    if (trust.insecure()) {
      return new TrustManager[] {new Anybody()};
    }
    if (trust.authorities().isEmpty()) {
      return null;
    }
    List<X509Certificate> authorities = Pem.certificates(trust.authorities().get());
    if (authorities.isEmpty()) {
      throw new ClusterException(access.place() + " has an authority without a certificate");
    }
    KeyStore store = emptyStore();
    for (int i = 0; i < authorities.size(); i++) {
      store.setCertificateEntry(Integer.toString(i), authorities.get(i));
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  private static KeyManager @Nullable [] keys(ClusterAccess access)
      throws GeneralSecurityException, IOException {
    Identity identity = access.identity();
    if (identity.certificate().isEmpty() || identity.key().isEmpty()) {
      return null;
    }
    List<X509Certificate> chain = Pem.certificates(identity.certificate().get());
    Optional<PrivateKey> key =
        chain.stream()
            .findFirst()
            .flatMap(own -> PrivateKeys.parse(identity.key().get(), own.getPublicKey()));
    if (key.isEmpty()) {
      throw new ClusterException(access.place() + " has a client certificate without its key");
    }
    KeyStore store = emptyStore();
    store.setKeyEntry("client", key.get(), PASSWORD, chain.toArray(Certificate[]::new));
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, PASSWORD);
    return factory.getKeyManagers();
  }

  private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    return store;
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
