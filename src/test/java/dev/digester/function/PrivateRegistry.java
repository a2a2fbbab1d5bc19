package dev.digester.function;

import static dev.digester.registry.Manifests.error;
import static dev.digester.registry.Manifests.manifest;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.digester.registry.ScriptedServer;
import dev.digester.registry.ScriptedServer.Reply;
import dev.digester.registry.ScriptedServer.Seen;
import java.util.Base64;
import java.util.List;

/**
 * A registry that lets in anyone who shows a user name and a password, and remembers who did. Every
 * user's password is {@link #SECRET} and the user's name.
 */
final class PrivateRegistry implements AutoCloseable {
  /** What every password begins with: outputs are searched for it. */
  static final String SECRET = "s3cr3t-of-";

  private final ScriptedServer server = ScriptedServer.start(PrivateRegistry::answer);

  private static Reply answer(Seen request) {
    return user(request).isEmpty()
        ? error(401, "UNAUTHORIZED").with("WWW-Authenticate", "Basic realm=\"private\"")
        : manifest();
  }

  private static String user(Seen request) {
    String shown = request.header("authorization").replace("Basic ", "");
    String pair = new String(Base64.getDecoder().decode(shown), UTF_8);
    String user = pair.split(":", 2)[0];
    return pair.equals(user + ":" + SECRET + user) ? user : "";
  }

  String host() {
    return server.host();
  }

  /** {@code USER /v2/…} for each request that was let in. */
  List<String> letIn() {
    return server.requests().stream()
        .filter(request -> !user(request).isEmpty())
        .map(request -> user(request) + " " + request.path())
        .toList();
  }

  /** What {@code config.json} has under {@code auths}, as a Secret of the package has it. */
  static String dockerConfig(String key, String user) {
    return "{\"auths\":{\"%s\":{\"auth\":\"%s\"}}}".formatted(key, auth(user));
  }

  static String auth(String user) {
    return base64(user + ":" + SECRET + user);
  }

  static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  @Override
  public void close() {
    server.close();
  }
}
