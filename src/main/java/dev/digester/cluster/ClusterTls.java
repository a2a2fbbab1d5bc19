package dev.digester.cluster;

import dev.digester.cluster.ClusterAccess.Identity;
import dev.digester.registry.Pem;
import dev.digester.registry.PrivateKeys;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/** TLS with an API server: whom to believe, and what to show. */
final class ClusterTls {
  /** The key store never leaves the memory, but wants a password. */
  private static final char[] PASSWORD = new char[0];

  private ClusterTls() {}

  /**
   * A context for one server.
   *
   * @param environment of the process, for the CAs of the machine
   * @throws ClusterException if certificates or key are of no use
   */
  static SSLContext context(ClusterAccess access, Map<String, String> environment) {
    TrustManager trust = ClusterTrust.of(access, environment);
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys(access), new TrustManager[] {trust}, null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new ClusterException(
          "the certificate or the key of the user of " + access.place() + " is of no use");
    }
  }

  private static KeyManager @Nullable [] keys(ClusterAccess access)
      throws GeneralSecurityException, IOException {
    Identity identity = access.identity();
    if (identity.certificate().isEmpty() && identity.key().isEmpty()) {
      return null;
    }
    List<X509Certificate> chain = Pem.certificates(identity.certificate().orElse(""));
    Optional<PrivateKey> key =
        chain.stream()
            .findFirst()
            .flatMap(own -> PrivateKeys.parse(identity.key().orElse(""), own.getPublicKey()));
    if (key.isEmpty()) {
      throw new ClusterException(
          access.place() + " has a client certificate without its key, or a key without it");
    }
    KeyStore store = emptyStore();
    store.setKeyEntry("client", key.get(), PASSWORD, chain.toArray(Certificate[]::new));
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, PASSWORD);
    return factory.getKeyManagers();
  }

  static KeyStore emptyStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    return store;
  }
}
