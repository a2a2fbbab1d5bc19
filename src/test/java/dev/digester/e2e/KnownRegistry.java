package dev.digester.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.digester.reference.Digest;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * A registry that knows every image but those with {@code missing} in their name: its digest is
 * that of its canonical name, as the golden directories expect it.
 */
final class KnownRegistry {
  private static final String INDEX = "application/vnd.oci.image.index.v1+json";
  private static final String MANIFESTS = "/manifests/";

  private final HttpServer server;
  private final Function<HttpExchange, String> host;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

  private KnownRegistry(HttpServer server, Function<HttpExchange, String> host) {
    this.server = server;
    this.host = host;
  }

  /** Serves on a server that is bound already; {@code host} ends with a {@code /}. */
  static Runnable on(HttpServer server, Function<HttpExchange, String> host) {
    KnownRegistry registry = new KnownRegistry(server, host);
    server.setExecutor(registry.executor);
    server.createContext("/v2/", registry::handle);
    server.start();
    return registry::end;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String name = exchange.getRequestURI().getPath().substring("/v2/".length());
      if (name.contains("missing")) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      String canonical = host.apply(exchange) + name.replace(MANIFESTS, ":");
      String digest = Digest.sha256(canonical.getBytes(UTF_8)).toString();
      exchange.getResponseHeaders().set("Docker-Content-Digest", digest);
      exchange.getResponseHeaders().set("Content-Type", INDEX);
      exchange.sendResponseHeaders(200, -1);
    }
  }

  private void end() {
    server.stop(0);
    executor.close();
  }
}
