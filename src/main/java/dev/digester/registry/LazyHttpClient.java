package dev.digester.registry;

import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's client of one trust domain, made at the first request: it starts a thread and costs
 * milliseconds that a run without lookups does not pay. Trust anchors are loaded later still, at
 * the first certificate.
 */
final class LazyHttpClient implements Supplier<HttpClient> {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  private final Proxies proxies;
  private final DomainTrust trust;
  private @Nullable HttpClient client;

  LazyHttpClient(Proxies proxies, DomainTrust trust) {
    this.proxies = proxies;
    this.trust = trust;
  }

  @Override
  public synchronized HttpClient get() {
    var known = client;
    if (known == null) {
      known = make();
      client = known;
    }
    return known;
  }

  /** Ends the client's thread, and exchanges that no one waits for any more. */
  synchronized void end() {
    var known = client;
    if (known != null) {
      known.shutdownNow();
    }
  }

  /** Waits until an ended client's thread is gone. */
  synchronized void await(Duration longest) throws InterruptedException {
    var known = client;
    if (known != null && longest.isPositive()) {
      known.awaitTermination(longest);
    }
  }

  private HttpClient make() {
    return HttpClient.newBuilder()
        .connectTimeout(CONNECT_TIMEOUT)
        .followRedirects(Redirect.NEVER)
        .proxy(proxies)
        .sslContext(sslContext())
        .executor(Executors.newVirtualThreadPerTaskExecutor())
        .build();
  }

  private SSLContext sslContext() {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(
          new KeyManager[] {new KeyPerHost(trust)},
          new TrustManager[] {new CertificateJudge(trust)},
          null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime has no TLS", e);
    }
  }
}
