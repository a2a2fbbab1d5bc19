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
 * The JDK's client, made at the first request: it starts a thread and costs milliseconds that a run
 * without look-ups does not pay. Trust anchors are loaded later still, at the first certificate.
 */
final class LazyHttpClient implements Supplier<HttpClient>, AutoCloseable {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  /** As long as the JVM itself would wait. */
  private static final Duration END_TIMEOUT = Duration.ofMillis(300);

  private final Proxies proxies;
  private final HostTrust trust;
  private @Nullable HttpClient client;

  LazyHttpClient(Proxies proxies, HostTrust trust) {
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

  /**
   * Ends the client's thread, and exchanges that nobody waits for any more. A JVM that is to end
   * waits 300 ms for a thread that sleeps in a system call, as this one does between answers.
   */
  @Override
  public synchronized void close() {
    var known = client;
    if (known != null) {
      known.shutdownNow();
      try {
        known.awaitTermination(END_TIMEOUT);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
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
          new TrustManager[] {new TrustPerHost(trust)},
          null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime has no TLS", e);
    }
  }
}
