package dev.digester.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands before a registry, writes down every request, and misbehaves as it is told. Plain
 * HTTP/1.1; one connection to the registry for each connection of a client. The first rule that
 * matches and still has a turn acts.
 */
final class FaultProxy implements AutoCloseable {
  /** Any loopback address but 127.0.0.1: another host for a client, the same machine for us. */
  static final String OTHER_HOST = "127.0.0.2";

  private final ServerSocket server;
  private final int upstreamPort;
  private final List<ServerSocket> listeners = new CopyOnWriteArrayList<>();
  private final List<Fault.Rule> rules;
  private final Map<Fault.Rule, AtomicInteger> matched = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final Semaphore arrivals = new Semaphore(0);

  /**
   * A request as it arrived.
   *
   * @param method HEAD, GET, …
   * @param path path and query
   * @param host the host that was asked, with its port
   * @param scheme of the Authorization header, or "none"
   * @param agent the User-Agent
   * @param accept the media types that were asked for
   */
  record Request(
      String method, String path, String host, String scheme, String agent, String accept) {}

  private FaultProxy(ServerSocket server, int upstreamPort, List<Fault.Rule> rules) {
    this.server = server;
    this.listeners.add(server);
    this.upstreamPort = upstreamPort;
    this.rules = List.copyOf(rules);
  }

  /** Starts one on a free port of all loopback addresses. */
  static FaultProxy before(RealRegistry registry, Fault.Rule... rules) throws IOException {
    int port = Integer.parseInt(registry.address().split(":", 2)[1]);
    ServerSocket server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    FaultProxy proxy = new FaultProxy(server, port, List.of(rules));
    Thread.ofVirtual().start(() -> proxy.accept(server));
    return proxy;
  }

  /** Answers on {@link #OTHER_HOST} too, with the same port, so that a redirect finds it there. */
  FaultProxy alsoOnOtherHost() throws IOException {
    InetAddress other = InetAddress.getByName(OTHER_HOST);
    ServerSocket second = new ServerSocket(server.getLocalPort(), 0, other);
    listeners.add(second);
    Thread.ofVirtual().start(() -> accept(second));
    return this;
  }

  String address() {
    return "127.0.0.1:" + server.getLocalPort();
  }

  List<Request> requests() {
    return List.copyOf(requests);
  }

  /** Requests as {@code METHOD PATH}. */
  List<String> lines() {
    return requests.stream().map(request -> request.method() + " " + request.path()).toList();
  }

  /** Waits until a request has arrived that no earlier call has waited for. */
  void awaitRequest() throws InterruptedException {
    if (!arrivals.tryAcquire(20, TimeUnit.SECONDS)) {
      throw new AssertionError("no request came");
    }
  }

  @Override
  public void close() throws IOException {
    for (ServerSocket listener : listeners) {
      listener.close();
    }
  }

  private void accept(ServerSocket listener) {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        Socket upstream = new Socket(InetAddress.getLoopbackAddress(), upstreamPort)) {
      InputStream in = new BufferedInputStream(client.getInputStream());
      InputStream answers = new BufferedInputStream(upstream.getInputStream());
      Optional<HttpMessage> request = HttpMessage.read(in, true);
      while (request.isPresent()) {
        log(request.get());
        Optional<Fault> fault = fault(request.get());
        HttpMessage answer = ask(request.get(), fault, upstream.getOutputStream(), answers);
        if (!send(answer, fault, client)) {
          return;
        }
        request = HttpMessage.read(in, true);
      }
    } catch (IOException e) {
      // The client or the registry has gone; the next connection starts afresh.
    }
  }

  private void log(HttpMessage request) {
    requests.add(
        new Request(
            request.method(),
            request.path(),
            request.header("Host").orElse(""),
            request.header("Authorization").map(value -> value.split(" ", 2)[0]).orElse("none"),
            request.header("User-Agent").orElse(""),
            request.header("Accept").orElse("")));
    arrivals.release();
  }

  private Optional<Fault> fault(HttpMessage request) {
    for (Fault.Rule rule : rules) {
      if (rule.matches(request) && !isAtTarget(rule.fault(), request)) {
        AtomicInteger count = matched.computeIfAbsent(rule, one -> new AtomicInteger());
        int turn = count.incrementAndGet() - rule.after();
        if (turn > 0 && turn <= rule.times()) {
          return Optional.of(rule.fault());
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isAtTarget(Fault fault, HttpMessage request) {
    return fault instanceof Fault.Redirect(String origin)
        && origin.endsWith("//" + request.header("Host").orElse(""));
  }

  private static HttpMessage ask(
      HttpMessage request, Optional<Fault> fault, OutputStream upstream, InputStream answers)
      throws IOException {
    return switch (fault.orElse(new Fault.Set("X-Proxy", "faults"))) {
      case Fault.Status(int code, var headers) -> HttpMessage.answer(code, headers, error(request));
      case Fault.Redirect(String origin) ->
          HttpMessage.answer(307, Map.of("Location", origin + request.path()), "");
      case Fault.Hangup _, Fault.Stall _ -> HttpMessage.answer(500, Map.of(), "");
      case Fault.Drop(String name) -> forward(request, upstream, answers).without(name);
      case Fault.Set(var name, var value) -> forward(request, upstream, answers).with(name, value);
      case Fault.Corrupt _ -> corrupt(forward(request, upstream, answers));
      case Fault.Truncate _ -> forward(request, upstream, answers);
    };
  }

  private static HttpMessage forward(
      HttpMessage request, OutputStream upstream, InputStream answers) throws IOException {
    upstream.write(request.head());
    upstream.write(request.body().getBytes(ISO_8859_1));
    upstream.flush();
    boolean hasBody = !request.method().equals("HEAD");
    return HttpMessage.read(answers, hasBody).orElseThrow(() -> new IOException("no answer"));
  }

  /** Writes the answer; false when the connection must end. */
  private static boolean send(HttpMessage answer, Optional<Fault> fault, Socket client)
      throws IOException {
    if (fault.orElse(null) instanceof Fault.Hangup(boolean reset)) {
      client.setSoLinger(reset, 0);
      return false;
    }
    if (fault.orElse(null) instanceof Fault.Stall) {
      return client.getInputStream().read() >= 0;
    }
    int length = answer.body().length();
    int sent = fault.orElse(null) instanceof Fault.Truncate(int n) ? Math.min(n, length) : length;
    OutputStream out = client.getOutputStream();
    out.write(answer.head());
    out.write(answer.body().substring(0, sent).getBytes(ISO_8859_1));
    out.flush();
    return sent == length;
  }

  private static HttpMessage corrupt(HttpMessage answer) {
    StringBuilder body = new StringBuilder(answer.body());
    int middle = body.length() / 2;
    body.setCharAt(middle, (char) (body.charAt(middle) ^ 1));
    return answer.withBody(body.toString());
  }

  private static String error(HttpMessage request) {
    String body = "{\"errors\":[{\"code\":\"UNKNOWN\",\"message\":\"made up\"}]}";
    return request.method().equals("HEAD") ? "" : body;
  }
}
