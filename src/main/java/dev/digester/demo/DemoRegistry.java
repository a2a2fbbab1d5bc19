package dev.digester.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A read-only registry on a free loopback port (OCI distribution-spec 1.1, "Pull"): manifests by
 * tag and digest, blobs. A repository is named with its public host, {@code
 * docker.io/library/nginx}, so one registry can be the mirror of many.
 */
public final class DemoRegistry implements AutoCloseable {
  private static final Pattern CONTENT =
      Pattern.compile("/v2/(?<repository>.+)/(?<what>manifests|blobs)/(?<name>[^/]+)");
  private static final String JSON = "application/json";
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int METHOD_NOT_ALLOWED = 405;

  private final HttpServer server;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final Function<HttpExchange, String> prefix;
  private final Map<String, Blob> contents = new HashMap<>();

  private DemoRegistry(HttpServer server, Function<HttpExchange, String> prefix) {
    this.server = server;
    this.prefix = prefix;
    DemoImages.all().forEach(this::add);
    server.setExecutor(executor);
    server.createContext("/", this::handle);
    server.start();
  }

  /**
   * Starts the registry with the images of the examples.
   *
   * @throws IOException if there is no free port on the loopback address
   */
  public static DemoRegistry start() throws IOException {
    InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    return on(HttpServer.create(free, 0), exchange -> "");
  }

  /**
   * Starts the registry on a server that is bound already.
   *
   * @param prefix what is before the repository of a request: the public host and a {@code /}, or
   *     nothing where requests name it themselves
   */
  static DemoRegistry on(HttpServer server, Function<HttpExchange, String> prefix) {
    return new DemoRegistry(server, prefix);
  }

  /** Host and port. */
  public String address() {
    InetSocketAddress address = server.getAddress();
    String host = address.getAddress().getHostAddress();
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
  }

  /** The {@code registries} of a Digester's spec that send lookups for public hosts here. */
  public String mirrors() {
    StringBuilder yaml = new StringBuilder("registries:\n");
    for (String host : DemoImages.HOSTS) {
      yaml.append("- host: %s\n".formatted(host))
          .append("  mirrors: [\"%s/%s\"]\n".formatted(address(), host))
          .append("  fallback: false\n");
    }
    return yaml.toString();
  }

  private void add(TinyImage image) {
    String manifests = image.repository() + "/manifests/";
    contents.put(manifests + image.tag(), image.top());
    contents.put(manifests + image.top().digest(), image.top());
    image.manifests().forEach(manifest -> contents.put(manifests + manifest.digest(), manifest));
    image
        .blobs()
        .forEach(blob -> contents.put(image.repository() + "/blobs/" + blob.digest(), blob));
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String method = exchange.getRequestMethod();
      String path = exchange.getRequestURI().getPath();
      if (!method.equals("GET") && !method.equals("HEAD")) {
        answer(exchange, METHOD_NOT_ALLOWED, error("UNSUPPORTED", "this registry is read-only"));
      } else if (path.equals("/v2/")) {
        answer(exchange, OK, Blob.of(JSON, "{}"));
      } else {
        content(exchange, path);
      }
    }
  }

  private void content(HttpExchange exchange, String path) throws IOException {
    Matcher matcher = CONTENT.matcher(path);
    if (!matcher.matches()) {
      answer(exchange, NOT_FOUND, error("NAME_INVALID", "no such endpoint"));
      return;
    }
    String name = prefix.apply(exchange) + path.substring("/v2/".length());
    Optional<Blob> found = Optional.ofNullable(contents.get(name));
    if (found.isEmpty()) {
      boolean manifest = "manifests".equals(matcher.group("what"));
      String code = manifest ? "MANIFEST_UNKNOWN" : "BLOB_UNKNOWN";
      answer(exchange, NOT_FOUND, error(code, "unknown to the demo's registry"));
      return;
    }
    exchange.getResponseHeaders().set("Docker-Content-Digest", found.get().digest());
    answer(exchange, OK, found.get());
  }

  private static Blob error(String code, String message) {
    return Blob.of(
        JSON, "{\"errors\":[{\"code\":\"%s\",\"message\":\"%s\"}]}".formatted(code, message));
  }

  private static void answer(HttpExchange exchange, int status, Blob body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", body.mediaType());
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.bytes().length));
      // -1: no body follows.
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    exchange.sendResponseHeaders(status, body.bytes().length);
    exchange.getResponseBody().write(body.bytes());
  }

  @Override
  public void close() {
    server.stop(0);
    executor.close();
  }
}
