package dev.digester.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The distribution project's registry ({@code docker-registry} of Debian) on a free loopback port.
 * Images are seeded past its credentials, through a second listener on the same storage that ends
 * at once.
 */
final class RealRegistry implements AutoCloseable {
  static final String PROGRAM = "docker-registry";

  /** A password that a parser which splits at the wrong place would break. */
  static final String CREDENTIALS = "robot:p@ss:word";

  /** bcrypt of the password; htpasswd itself is not everywhere. */
  private static final String HTPASSWD =
      "robot:$2y$05$nYcDmS5LJA3Fw4GQS9JqMenH73EOAgV0X2y1wH3hvudROVn4Fjvqq";

  private static final String IPV4 = "127.0.0.1";
  private static final String IPV6 = "[::1]";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** What the registry asks of a client. */
  sealed interface Access {
    /** Nothing. */
    record Open() implements Access {}

    /** Basic credentials. */
    record Basic() implements Access {}

    /** A token of this server. */
    record Token(TokenServer server, TestCa ca) implements Access {}
  }

  private final Path folder;
  private final Process process;
  private final String host;
  private final int port;

  private RealRegistry(Path folder, Process process, String host, int port) {
    this.folder = folder;
    this.process = process;
    this.host = host;
    this.port = port;
  }

  /** An open registry that speaks plain http. */
  static RealRegistry plain(Path folder) throws IOException {
    return start(folder, new Access.Open(), Optional.empty());
  }

  static RealRegistry start(Path folder, Access access, Optional<TestCa> tls) throws IOException {
    Files.createDirectories(folder);
    int port = freePort();
    List<String> config = base(folder, IPV4, port);
    tls.ifPresent(ca ->
        config.add(
            "  tls: {certificate: %s, key: %s}".formatted(ca.serverCertificate(), ca.serverKey())));
    config.addAll(auth(folder, access));
    return new RealRegistry(folder, serve(folder, "registry", config, port), IPV4, port);
  }

  /** An open registry that speaks plain http, on the other loopback address. */
  static RealRegistry onIpv6(Path folder) throws IOException {
    int port = freePort();
    List<String> config = base(folder, IPV6, port);
    return new RealRegistry(folder, serve(folder, "registry", config, port), IPV6, port);
  }

  /** {@code 127.0.0.1:PORT}, as it is in references. */
  String address() {
    return host + ":" + port;
  }

  /** The image as a manifest would name it. */
  String reference(TestImage image) {
    return address() + "/" + image.name();
  }

  /** Content of a docker config.json with the credentials for an address. */
  static String dockerConfig(String address) {
    return "{\"auths\": {\"%s\": {\"auth\": \"%s\"}}}"
        .formatted(address, Base64.getEncoder().encodeToString(CREDENTIALS.getBytes(UTF_8)));
  }

  RealRegistry seed(TestImage... images) throws IOException {
    int writerPort = freePort();
    Process writer = serve(folder, "writer", base(folder, IPV4, writerPort), writerPort);
    try {
      Seeder seeder = new Seeder(writerPort);
      for (TestImage image : images) {
        seeder.push(image);
      }
    } finally {
      end(writer);
    }
    return this;
  }

  @Override
  public void close() {
    end(process);
  }

  private static List<String> base(Path folder, String host, int port) {
    return new ArrayList<>(
        List.of(
            "version: 0.1",
            "log: {level: error, accesslog: {disabled: true}}",
            "storage: {filesystem: {rootdirectory: %s}}".formatted(folder.resolve("data")),
            "http:",
            "  addr: \"" + host + ":" + port + '"'));
  }

  private static List<String> auth(Path folder, Access access) throws IOException {
    return switch (access) {
      case Access.Open() -> List.of();
      case Access.Basic() -> {
        Path file = Files.writeString(folder.resolve("htpasswd"), HTPASSWD + "\n");
        yield List.of("auth:", "  htpasswd: {realm: loopback, path: " + file + "}");
      }
      case Access.Token(TokenServer server, TestCa ca) ->
          List.of(
              "auth:",
              "  token:",
              "    realm: " + server.realm(),
              "    service: " + TokenServer.SERVICE,
              "    issuer: " + TokenServer.ISSUER,
              "    rootcertbundle: " + ca.tokenCertificate());
    };
  }

  private static Process serve(Path folder, String name, List<String> config, int port)
      throws IOException {
    Path file = Files.write(folder.resolve(name + ".yml"), config);
    Path log = folder.resolve(name + ".log");
    ProcessBuilder builder = new ProcessBuilder(PROGRAM, "serve", file.toString());
    builder.environment().put("OTEL_TRACES_EXPORTER", "none");
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    Process process = builder.start();
    awaitListening(process, port, log);
    return process;
  }

  private static void awaitListening(Process process, int port, Path log) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!listens(port)) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new IllegalStateException("the registry does not listen: " + Files.readString(log));
      }
      pause(process);
    }
  }

  /** Returns at once when the process ends, else after a moment. */
  private static void pause(Process process) {
    try {
      process.waitFor(20, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean listens(int port) {
    return listens(IPV4, port) || listens("::1", port);
  }

  private static boolean listens(String host, int port) {
    try (Socket socket = new Socket(host, port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void end(Process process) {
    process.destroy();
    process.onExit().join();
  }
}
