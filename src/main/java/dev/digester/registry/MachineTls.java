package dev.digester.registry;

import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/** TLS with servers that are no registries. */
public final class MachineTls {
  private MachineTls() {}

  /**
   * A context that trusts the authorities of the machine: those of {@code SSL_CERT_FILE} and {@code
   * SSL_CERT_DIR}, else the system's. They are loaded when the first certificate is checked.
   *
   * @param environment of the process
   * @param keys what the client shows of itself; null for nothing
   */
  public static SSLContext context(Map<String, String> environment, KeyManager @Nullable [] keys) {
    var anchors = new TrustAnchors(environment, TrustPlaces.SYSTEM);
    var trust = new HostTrust(new Settings(List.of()), anchors);
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(keys, new TrustManager[] {new TrustPerHost(trust)}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime has no TLS", e);
    }
  }
}
