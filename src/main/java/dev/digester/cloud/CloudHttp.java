package dev.digester.cloud;

import dev.digester.registry.MachineTls;
import dev.digester.registry.Proxies;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Sends requests to clouds with the JDK's client, which is made at the first one. */
final class CloudHttp {

  /**
   * For a whole exchange with a metadata server. One that is there answers in milliseconds; where
   * there is none, no one refuses the connection, and this is what it costs to find out.
   */
  static final Duration METADATA = Duration.ofSeconds(1);

  /** For a whole exchange with a token service. */
  static final Duration SERVICE = Duration.ofSeconds(10);

  /** Bytes of an answer; tokens are a few thousand. */
  private static final long LARGEST_ANSWER = 256 * 1024;

  private final Proxies proxies;
  private final Map<String, String> environment;
  private @Nullable HttpClient client;

  /**
   * @param environment of the process, for its proxies and CAs
   */
  CloudHttp(Map<String, String> environment) {
    this.environment = environment;
    this.proxies = new Proxies(environment);
  }

  /**
   * Sends a request once; redirects are not followed.
   *
   * @param limit for the whole exchange
   */
  Reply send(Ask ask, Duration limit) {
    CompletableFuture<HttpResponse<String>> answer;
    try {
      answer =
          client()
              .sendAsync(
                  request(ask), BodyHandlers.limiting(BodyHandlers.ofString(), LARGEST_ANSWER));
    } catch (IllegalArgumentException e) {
      return new Reply.Silence(Reply.Reason.UNREACHABLE);
    }
    try {
      HttpResponse<String> response = answer.get(limit.toNanos(), TimeUnit.NANOSECONDS);
      return new Reply.Http(response.statusCode(), response.body());
    } catch (ExecutionException e) {
      return new Reply.Silence(
          e.getCause() instanceof SSLException ? Reply.Reason.UNTRUSTED : Reply.Reason.UNREACHABLE);
    } catch (TimeoutException e) {
      answer.cancel(true);
      return new Reply.Silence(Reply.Reason.TOO_SLOW);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return new Reply.Silence(Reply.Reason.ENDED);
    }
  }

  private HttpRequest request(Ask ask) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(ask.uri())
            .method(
                ask.method(),
                ask.body().isEmpty()
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(ask.body()));
    if (ask.uri().getScheme().equals("http")) {
      request.version(HttpClient.Version.HTTP_1_1);
    } else {
      proxies
          .authorization(ask.uri())
          .ifPresent(proof -> request.header("Proxy-Authorization", proof));
    }
    ask.headers().forEach(request::header);
    return request.build();
  }

  private synchronized HttpClient client() {
    HttpClient known = client;
    if (known == null) {
      known =
          HttpClient.newBuilder()
              .followRedirects(Redirect.NEVER)
              .proxy(new PastProxies(proxies))
              .sslContext(MachineTls.context(environment))
              .executor(Executors.newVirtualThreadPerTaskExecutor())
              .build();
      client = known;
    }
    return known;
  }

  /** Plain http goes to metadata servers only, which only the machine itself can reach. */
  private static final class PastProxies extends ProxySelector {
    private final Proxies proxies;

    PastProxies(Proxies proxies) {
      super();
      this.proxies = proxies;
    }

    @Override
    public List<Proxy> select(URI uri) {
      return uri.getScheme().equals("http") ? List.of(Proxy.NO_PROXY) : proxies.select(uri);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
      // The exchange itself reports the failure.
    }
  }
}
