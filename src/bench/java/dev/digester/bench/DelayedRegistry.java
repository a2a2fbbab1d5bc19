package dev.digester.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A registry on loopback that holds every image, answers each request after the same delay, and
 * counts. A virtual thread serves a connection, so that thousands can wait at once.
 */
final class DelayedRegistry implements AutoCloseable {
  private static final int BACKLOG = 1024;
  private static final String MANIFEST_TYPE = "application/vnd.oci.image.manifest.v1+json";

  private final ServerSocket server;
  private final Duration delay;
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger peak = new AtomicInteger();
  private final AtomicLong first = new AtomicLong();

  /**
   * What was asked since the last reset.
   *
   * @param requests all of them, {@code /v2/} too
   * @param peak the most that waited for an answer at one time
   * @param first when the first came, in nanoseconds of the monotonic clock; 0 if none came
   */
  record Count(int requests, int peak, long first) {}

  DelayedRegistry(Duration delay) throws IOException {
    this.server = new ServerSocket(0, BACKLOG, InetAddress.getByName("127.0.0.1"));
    this.delay = delay;
    Thread.ofVirtual().start(this::accept);
  }

  String address() {
    return "127.0.0.1:" + server.getLocalPort();
  }

  void reset() {
    requests.set(0);
    peak.set(0);
    first.set(0);
  }

  Count count() {
    return new Count(requests.get(), peak.get(), first.get());
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      OutputStream out = socket.getOutputStream();
      for (String request = line(in); !request.isEmpty(); request = line(in)) {
        first.compareAndSet(0, System.nanoTime());
        requests.incrementAndGet();
        peak.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
        while (!line(in).isEmpty()) {
          // Headers: clients here send no body.
        }
        Thread.sleep(delay);
        inFlight.decrementAndGet();
        out.write(answer(request));
        out.flush();
      }
    } catch (IOException e) {
      // The client left.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static byte[] answer(String request) {
    String[] words = request.split(" ");
    boolean manifest = words[1].contains("/manifests/");
    String body =
        manifest ? "{\"schemaVersion\":2,\"annotations\":{\"of\":\"" + words[1] + "\"}}" : "{}";
    return ("HTTP/1.1 200 OK\r\nContent-Type: "
            + (manifest ? MANIFEST_TYPE : "application/json")
            + "\r\nDocker-Distribution-Api-Version: registry/2.0"
            + "\r\nContent-Length: "
            + body.length()
            + (manifest ? "\r\nDocker-Content-Digest: sha256:" + sha256(body) : "")
            + "\r\n\r\n"
            + (words[0].equals("HEAD") ? "" : body))
        .getBytes(ISO_8859_1);
  }

  /** A line without its end; empty at the end of the headers and of the stream. */
  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      if (b != '\r') {
        line.append((char) b);
      }
    }
    return line.toString();
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(ISO_8859_1)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
