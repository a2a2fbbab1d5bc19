package dev.digester.demo;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * The public registries, on loopback and under their own names: a proxy for https that ends every
 * connection at a registry with the images of the examples and a certificate for all those hosts.
 * So commands and manifests are run as users read them, and nothing leaves the machine.
 */
public final class PublicRegistries implements AutoCloseable {
  private static final String PASSWORD = "loopback";
  private static final Map<String, String> HOSTS =
      Map.of(
          "registry-1.docker.io", "docker.io",
          "ghcr.io", "ghcr.io",
          "quay.io", "quay.io",
          "registry.k8s.io", "registry.k8s.io",
          "docker.elastic.co", "docker.elastic.co",
          "us-docker.pkg.dev", "us-docker.pkg.dev",
          "xpkg.crossplane.io", "xpkg.crossplane.io",
          "mirror.example", "mirror.example",
          "registry.internal:5000", "registry.internal:5000");

  /** What answers after the names. */
  @FunctionalInterface
  public interface Registry {
    /**
     * Starts to serve.
     *
     * @param host of a request and a {@code /}, as it is in references
     * @return ends it
     */
    Runnable on(HttpServer server, Function<HttpExchange, String> host);
  }

  private final Runnable end;
  private final HttpsServer https;
  private final ServerSocket proxy;
  private final Path certificate;
  private final Queue<String> requests = new ConcurrentLinkedQueue<>();

  private PublicRegistries(
      HttpsServer https, ServerSocket proxy, Path certificate, Registry registry) {
    this.https = https;
    this.proxy = proxy;
    this.certificate = certificate;
    this.end = registry.on(https, this::prefix);
    Thread.ofVirtual().start(this::accept);
  }

  /** Starts them with the images of the examples; the directory gets the certificate. */
  public static PublicRegistries start(Path folder) throws Exception {
    return start(folder, (server, host) -> DemoRegistry.on(server, host)::close);
  }

  /** Starts them; the directory gets the certificate. */
  public static PublicRegistries start(Path folder, Registry registry) throws Exception {
    Path keys = folder.resolve("public.p12");
    Path certificate = folder.resolve("public.pem");
    String names =
        HOSTS.keySet().stream()
            .map(host -> "dns:" + host.replaceAll(":\\d+$", ""))
            .collect(Collectors.joining(",", "san=", ""));
    List<String> store =
        List.of("-alias", "public", "-keystore", keys.toString(), "-storepass", PASSWORD);
    keytool(store, "-genkeypair", "-keyalg", "EC", "-dname", "CN=public", "-ext", names);
    keytool(store, "-exportcert", "-rfc", "-file", certificate.toString());
    HttpsServer https = HttpsServer.create(loopback(), 0);
    https.setHttpsConfigurator(new HttpsConfigurator(tls(keys)));
    return new PublicRegistries(
        https, new ServerSocket(0, 0, InetAddress.getLoopbackAddress()), certificate, registry);
  }

  /** What a program needs in its environment to meet these registries. */
  public Map<String, String> environment() {
    return Map.of(
        "HTTPS_PROXY",
        "http://127.0.0.1:" + proxy.getLocalPort(),
        "SSL_CERT_FILE",
        certificate.toString());
  }

  /** Method, host and path of all requests so far. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  private String prefix(HttpExchange exchange) {
    String host = exchange.getRequestHeaders().getFirst("Host");
    requests.add(exchange.getRequestMethod() + " " + host + exchange.getRequestURI().getPath());
    return HOSTS.getOrDefault(host, host) + "/";
  }

  private void accept() {
    while (!proxy.isClosed()) {
      try {
        Socket client = proxy.accept();
        Thread.ofVirtual().start(() -> connect(client));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void connect(Socket client) {
    try (client;
        Socket server =
            new Socket(InetAddress.getLoopbackAddress(), https.getAddress().getPort())) {
      skipHead(client.getInputStream());
      client.getOutputStream().write("HTTP/1.1 200 Connected\r\n\r\n".getBytes(US_ASCII));
      Thread back = Thread.ofVirtual().start(() -> pump(server, client));
      pump(client, server);
      back.join();
    } catch (IOException e) {
      // One side left.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Reads to the empty line after the headers, and not one byte further. */
  private static void skipHead(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      int b = in.read();
      if (b < 0) {
        throw new IOException("the client left");
      }
      head.append((char) b);
    }
  }

  private static void pump(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException e) {
      // One side left; the other will see it.
    }
  }

  private static SSLContext tls(Path keys) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray());
    KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
    managers.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private static void keytool(List<String> store, String... words) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(words));
    command.addAll(store);
    Path log = Files.createTempFile("keytool", ".log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException(Files.readString(log));
    }
  }

  private static InetSocketAddress loopback() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  @Override
  public void close() throws IOException {
    proxy.close();
    end.run();
  }
}
