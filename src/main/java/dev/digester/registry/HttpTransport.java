package dev.digester.registry;

import dev.digester.registry.Outcome.Answer;
import dev.digester.registry.Outcome.NoAnswer;
import dev.digester.registry.Outcome.Trouble;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Sends requests with the JDK's client: each once, no redirects, no credentials of its own. */
final class HttpTransport implements Exchanger {

  /** For a whole exchange with its body. */
  static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(30);

  /** What a header may be called; anything else is not shown. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,60}");

  private final Supplier<HttpClient> client;
  private final Proxies proxies;
  private final String userAgent;
  private final Duration requestTimeout;

  HttpTransport(
      Supplier<HttpClient> client, Proxies proxies, String version, Duration requestTimeout) {
    this.client = client;
    this.proxies = proxies;
    this.userAgent = "digester/" + version;
    this.requestTimeout = requestTimeout;
  }

  @Override
  public Outcome exchange(Request request, Deadline deadline) {
    var remaining = deadline.remaining();
    var deadlineFirst = remaining.compareTo(requestTimeout) < 0;
    if (remaining.isZero()) {
      return new NoAnswer(Trouble.DEADLINE, "");
    }
    try {
      var begun = new AtomicBoolean();
      BodyHandler<Bytes> bounded =
          info -> {
            begun.set(true);
            return BoundedBody.ofStatus(info.statusCode());
          };
      var answer = client.get().sendAsync(http(request), bounded);
      var outcome = await(answer, deadlineFirst ? remaining : requestTimeout, deadlineFirst);
      return begun.get() ? Troubles.afterBegin(outcome) : outcome;
    } catch (ProxyException e) {
      return new NoAnswer(Trouble.BAD_PROXY, String.valueOf(e.getMessage()));
    } catch (HeaderException e) {
      return new NoAnswer(Trouble.BAD_HEADER, String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) {
      return new NoAnswer(Trouble.BAD_ADDRESS, "");
    }
  }

  private static Outcome await(
      CompletableFuture<HttpResponse<Bytes>> future, Duration timeout, boolean deadlineFirst) {
    try {
      var response = future.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
      // The answer of a proxy that refuses a tunnel has no body at all.
      var body = Objects.requireNonNullElse(response.body(), Bytes.NONE);
      return ContentCoding.undo(
          new Answer(response.uri(), response.statusCode(), response.headers(), body));
    } catch (ExecutionException e) {
      return Troubles.of(e);
    } catch (TimeoutException e) {
      future.cancel(true);
      return new NoAnswer(
          deadlineFirst ? Trouble.DEADLINE : Trouble.TIMED_OUT, timeout.toSeconds() + " s");
    } catch (InterruptedException e) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      return new NoAnswer(Trouble.DEADLINE, "");
    }
  }

  private HttpRequest http(Request request) {
    // HTTP/2 over plain http would need an upgrade, which registries do not offer.
    var secure = request.uri().getScheme().equals("https");
    var builder =
        HttpRequest.newBuilder(request.uri())
            .version(secure ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1);
    request.headers().forEach((name, values) -> values.forEach(v -> add(builder, name, v)));
    builder.setHeader("User-Agent", userAgent);
    builder.setHeader("Accept-Encoding", ContentCoding.IDENTITY);
    if (!request.accept().isEmpty()) {
      builder.setHeader("Accept", request.accept());
    }
    request.authorization().ifPresent(proof -> prove(builder, proof));
    proxies
        .authorization(request.uri())
        .ifPresent(proof -> builder.setHeader("Proxy-Authorization", proof));
    if (request.form().isPresent()) {
      builder.header("Content-Type", "application/x-www-form-urlencoded");
      return builder.POST(BodyPublishers.ofString(request.form().get())).build();
    }
    return builder.method(request.method(), BodyPublishers.noBody()).build();
  }

  private static void add(HttpRequest.Builder builder, String name, String value) {
    try {
      builder.header(name, value);
    } catch (IllegalArgumentException e) {
      var shown = NAME.matcher(name).matches() ? " " + name : "";
      throw new HeaderException(
          "the header%s that is set for it is not one that may be sent".formatted(shown));
    }
  }

  private static void prove(HttpRequest.Builder builder, Authorization proof) {
    try {
      builder.setHeader("Authorization", proof.header());
    } catch (IllegalArgumentException e) {
      throw new HeaderException(
          "the token%s holds a character that an HTTP header cannot hold, such as a line break"
              .formatted(proof.source().isEmpty() ? "" : " of " + proof.source()));
    }
  }
}
