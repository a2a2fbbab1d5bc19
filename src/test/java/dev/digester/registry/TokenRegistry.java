package dev.digester.registry;

import static dev.digester.registry.Manifests.error;
import static dev.digester.registry.Manifests.manifest;
import static dev.digester.registry.ScriptedServer.reply;

import dev.digester.registry.ScriptedServer.Reply;
import dev.digester.registry.ScriptedServer.Seen;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A registry with its token service on one port: everybody may pull {@code public/...}, the user
 * everything.
 */
final class TokenRegistry implements AutoCloseable {
  /** {@code user:p@ss:word}. */
  private static final String BASIC = "Basic dXNlcjpwQHNzOndvcmQ=";

  private final ScriptedServer server = ScriptedServer.start(this::answer);
  private final AtomicInteger issued = new AtomicInteger();
  private final Set<String> revoked = java.util.concurrent.ConcurrentHashMap.newKeySet();
  private volatile String life = "300";

  ScriptedServer server() {
    return server;
  }

  String host() {
    return server.host();
  }

  /** What tokens say about their life from now on. */
  void life(String seconds) {
    life = seconds;
  }

  /** Tokens so far are of no use any more. */
  void revokeAll() {
    for (var i = 1; i <= issued.get(); i++) {
      revoked.add(Integer.toString(i));
    }
  }

  private Reply answer(Seen request) {
    return request.path().startsWith("/token") ? token(request) : registry(request);
  }

  private Reply token(Seen request) {
    var asked = request.path() + request.body();
    if (request.method().equals("POST")) {
      return request.body().contains("grant_type=refresh_token")
              && request.body().contains("refresh_token=r%2Ft")
          ? granted("access_token", "all")
          : reply(400, "{\"error\":\"invalid_grant\"}");
    }
    if (request.headers().containsKey("authorization")) {
      return request.header("authorization").equals(BASIC) ? granted("token", "all") : reply(401);
    }
    return granted("token", asked.contains("public") ? "public" : "nothing");
  }

  private Reply granted(String field, String what) {
    var number = issued.incrementAndGet();
    return reply(200, "{\"%s\":\"%s-%d\",\"expires_in\":%s}".formatted(field, what, number, life));
  }

  private Reply registry(Seen request) {
    var repository = request.path().split("/manifests/", -1)[0].substring("/v2/".length());
    var token = request.header("authorization").replace("Bearer ", "");
    var rights = token.split("-", -1);
    var fresh = rights.length == 2 && !revoked.contains(rights[1]);
    if (fresh && (rights[0].equals("all") || rights[0].equals(repository.split("/", -1)[0]))) {
      return request.path().endsWith("/nope") ? error(404, "MANIFEST_UNKNOWN") : manifest();
    }
    return error(401, "UNAUTHORIZED")
        .with(
            "WWW-Authenticate",
            "Bearer realm=\"http://%s/token?x=y\",service=\"the registry\",scope=\"repository:%s:pull\""
                .formatted(server.host(), repository));
  }

  @Override
  public void close() {
    server.close();
  }
}
