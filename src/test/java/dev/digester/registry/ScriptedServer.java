package dev.digester.registry;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/**
 * An HTTP/1.1 server on a loopback socket that does as it is told, also what no server should do,
 * and remembers what it was asked.
 */
public final class ScriptedServer implements AutoCloseable {

  /** Decides what to answer. */
  @FunctionalInterface
  public interface Script {
    Reply answer(Seen request) throws InterruptedException;
  }

  /**
   * A request as it came in.
   *
   * @param path with the query
   * @param headers names in lower case
   */
  public record Seen(String method, String path, Map<String, String> headers, String body) {
    public String header(String name) {
      return headers.getOrDefault(name, "");
    }

    public String line() {
      return method + " " + path;
    }
  }

  /** What the server does. */
  public sealed interface Reply {
    /** Answers. */
    record Http(int status, Map<String, String> headers, String body) implements Reply {
      public Http with(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Http(status, more, body);
      }

      public Http without(String name) {
        var fewer = new LinkedHashMap<>(headers);
        fewer.remove(name);
        return new Http(status, fewer, body);
      }
    }

    /** Sends some bytes and closes the connection; without any, drops it. */
    record Raw(String bytes) implements Reply {}

    /** Says nothing until the server is closed. */
    record Stall() implements Reply {}

    /** Connects the client with another port, as a proxy does. */
    record Tunnel(int port) implements Reply {}
  }

  public static Reply.Http reply(int status) {
    return new Reply.Http(status, Map.of(), "");
  }

  public static Reply.Http reply(int status, String body) {
    return new Reply.Http(status, Map.of(), body);
  }

  private final ServerSocket listener;
  private final Script script;
  private final List<Seen> requests = new CopyOnWriteArrayList<>();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  private ScriptedServer(ServerSocket listener, Script script) {
    this.listener = listener;
    this.script = script;
    Thread.ofVirtual().start(this::accept);
  }

  public static ScriptedServer start(Script script) {
    try {
      return new ScriptedServer(
          new ServerSocket(0, 200, InetAddress.ofLiteral("127.0.0.1")), script);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** A TLS server. */
  public static ScriptedServer start(
      SSLContext tls, boolean wantsClientCertificate, Script script) {
    try {
      var local = InetAddress.ofLiteral("127.0.0.1");
      var listener =
          (SSLServerSocket) tls.getServerSocketFactory().createServerSocket(0, 200, local);
      listener.setNeedClientAuth(wantsClientCertificate);
      return new ScriptedServer(listener, script);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** As in references. */
  public String host() {
    return "127.0.0.1:" + port();
  }

  /** What was asked, in the order in which it came in. */
  public List<String> lines() {
    return requests.stream().map(Seen::line).toList();
  }

  public List<Seen> requests() {
    return List.copyOf(requests);
  }

  /** How many connections were made. */
  int connections() {
    return sockets.size();
  }

  private void accept() {
    try {
      while (true) {
        var socket = listener.accept();
        sockets.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException e) {
      closed.countDown();
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      var in = new BufferedInputStream(socket.getInputStream());
      while (true) {
        var request = read(in);
        requests.add(request);
        if (!act(request, socket)) {
          return;
        }
      }
    } catch (IOException | InterruptedException e) {
      // The client left, or the server is closed.
    }
  }

  private boolean act(Seen request, Socket socket) throws IOException, InterruptedException {
    return switch (script.answer(request)) {
      case Reply.Http http -> {
        write(socket.getOutputStream(), http, request.method().equals("HEAD"));
        yield true;
      }
      case Reply.Raw raw -> {
        socket.getOutputStream().write(raw.bytes().getBytes(ISO_8859_1));
        yield false;
      }
      case Reply.Stall _ -> {
        closed.await();
        yield false;
      }
      case Reply.Tunnel tunnel -> {
        tunnel(socket, tunnel.port());
        yield false;
      }
    };
  }

  private static void tunnel(Socket client, int port) throws IOException, InterruptedException {
    try (var server = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
      client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(ISO_8859_1));
      var back = Thread.ofVirtual().start(() -> copy(server, client));
      copy(client, server);
      back.join();
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException e) {
      // One of the two ended the conversation.
    }
  }

  private static Seen read(InputStream in) throws IOException {
    var first = line(in).split(" ", -1);
    if (first.length < 2) {
      throw new IOException("no request");
    }
    var headers = new LinkedHashMap<String, String>();
    for (var line = line(in); !line.isEmpty(); line = line(in)) {
      var colon = line.indexOf(':');
      if (colon < 0) {
        throw new IOException("no header");
      }
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    var length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    return new Seen(first[0], first[1], headers, new String(in.readNBytes(length), UTF_8));
  }

  private static String line(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    for (var b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new IOException("end of requests");
      }
      line.write(b);
    }
    return line.toString(ISO_8859_1).stripTrailing();
  }

  private static void write(OutputStream out, Reply.Http reply, boolean head) throws IOException {
    var body = reply.body().getBytes(UTF_8);
    var text = new StringBuilder("HTTP/1.1 " + reply.status() + " Reason\r\n");
    reply
        .headers()
        .forEach((name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
    if (!reply.headers().containsKey("Content-Length")) {
      text.append("Content-Length: ").append(body.length).append("\r\n");
    }
    text.append("\r\n");
    out.write(text.toString().getBytes(UTF_8));
    if (!head) {
      out.write(body);
    }
    out.flush();
  }

  @Override
  public void close() {
    try {
      listener.close();
      for (var socket : sockets) {
        socket.close();
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
