package dev.digester.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * The token side of the distribution project's token authentication: answers GET and POST on {@code
 * /token} with a JWT (RS256) that the registry trusts. Everybody may pull what lies under {@code
 * public/}, the one user may pull all.
 */
final class TokenServer implements AutoCloseable {
  static final String SERVICE = "loopback-registry";
  static final String ISSUER = "loopback-issuer";

  /** Seconds that a token is good for. */
  private static final int LIFETIME = 300;

  /** Seconds by which clocks may differ. */
  private static final int SKEW = 10;

  private final HttpServer server;
  private final TestCa ca;
  private final String credentials;
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  /**
   * A request for a token.
   *
   * @param method GET or POST
   * @param authorised whether it came with credentials
   * @param scope what it asked for, {@code repository:NAME:pull}
   */
  record Asked(String method, boolean authorised, String scope) {}

  private TokenServer(HttpServer server, TestCa ca, String credentials) {
    this.server = server;
    this.ca = ca;
    this.credentials = credentials;
  }

  /** Starts it on a free loopback port; {@code credentials} are {@code user:password}. */
  static TokenServer start(TestCa ca, String credentials) throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    TokenServer tokens = new TokenServer(HttpServer.create(address, 0), ca, credentials);
    tokens.server.createContext("/token", tokens::answer);
    tokens.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    tokens.server.start();
    return tokens;
  }

  String realm() {
    return "http://localhost:" + server.getAddress().getPort() + "/token";
  }

  List<Asked> asked() {
    return List.copyOf(asked);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    boolean post = exchange.getRequestMethod().equals("POST");
    String form =
        post
            ? new String(exchange.getRequestBody().readAllBytes(), UTF_8)
            : exchange.getRequestURI().getRawQuery();
    Map<String, String> query = parse(form);
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    String scope = query.getOrDefault("scope", "");
    boolean known = post ? refreshes(query) : header == null || isUser(header);
    boolean user = known && (post || header != null);
    asked.add(new Asked(exchange.getRequestMethod(), header != null || post, scope));
    String body = known ? token(scope, user) : "{\"details\": \"incorrect username or password\"}";
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(known ? 200 : 401, body.length());
    exchange.getResponseBody().write(body.getBytes(UTF_8));
    exchange.close();
  }

  private boolean isUser(String header) {
    return header.equals(
        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8)));
  }

  /** The password also serves as the refresh token. */
  private boolean refreshes(Map<String, String> form) {
    return credentials.endsWith(":" + form.getOrDefault("refresh_token", " "));
  }

  private String token(String scope, boolean user) {
    Instant now = Instant.now();
    String claims =
        """
        {"iss":"%s","sub":"%s","aud":"%s","iat":%d,"nbf":%d,"exp":%d,"jti":"%s","access":[%s]}\
        """
            .formatted(
                ISSUER,
                user ? "user" : "",
                SERVICE,
                now.getEpochSecond(),
                now.getEpochSecond() - SKEW,
                now.getEpochSecond() + LIFETIME,
                now.toString(),
                granted(scope, user));
    String certificate = Base64.getEncoder().encodeToString(ca.tokenCertificateDer());
    String header = "{\"typ\":\"JWT\",\"alg\":\"RS256\",\"x5c\":[\"" + certificate + "\"]}";
    String text = base64Url(header.getBytes(UTF_8)) + "." + base64Url(claims.getBytes(UTF_8));
    String token = text + "." + base64Url(sign(text));
    Secrets.add(token);
    return "{\"token\":\"%s\",\"expires_in\":%d}".formatted(token, LIFETIME);
  }

  private static String granted(String scope, boolean user) {
    String[] parts = scope.split(":", -1);
    if (parts.length != 3 || !(user || parts[1].startsWith("public/"))) {
      return "";
    }
    return "{\"type\":\"%s\",\"name\":\"%s\",\"actions\":[\"pull\"]}".formatted(parts[0], parts[1]);
  }

  private byte[] sign(String text) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(ca.tokenKey());
      signature.update(text.getBytes(UTF_8));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base64Url(byte[] data) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(data);
  }

  private static Map<String, String> parse(String form) {
    Map<String, String> all = new TreeMap<>();
    for (String pair : form.split("&", -1)) {
      String[] sides = pair.split("=", 2);
      all.put(sides[0], sides.length == 2 ? URLDecoder.decode(sides[1], UTF_8) : "");
    }
    return all;
  }
}
