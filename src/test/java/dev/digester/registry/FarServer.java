package dev.digester.registry;

import dev.digester.registry.ScriptedServer.Reply;
import dev.digester.registry.ScriptedServer.Script;
import dev.digester.registry.ScriptedServer.Seen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Stands in for all servers of the clouds: a TLS server on loopback, and a proxy in front that
 * leads every name to it.
 */
public final class FarServer implements AutoCloseable {
  private final ScriptedServer server;
  private final ScriptedServer proxy;

  private FarServer(ScriptedServer server) {
    this.server = server;
    this.proxy = ScriptedServer.start(_ -> new Reply.Tunnel(server.port()));
  }

  public static FarServer start(Script script) {
    return new FarServer(
        ScriptedServer.start(TestCertificates.shared().server("clouds"), false, script));
  }

  /**
   * The variables that lead there.
   *
   * @param folder for the file of the authority
   */
  public Map<String, String> environment(Path folder) {
    try {
      Path ca = Files.writeString(folder.resolve("ca.pem"), TestCertificates.shared().pem("ca"));
      return Map.of("HTTPS_PROXY", "http://" + proxy.host(), "SSL_CERT_FILE", ca.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code METHOD HOST/PATH} of each request. */
  public List<String> lines() {
    return server.requests().stream()
        .map(seen -> seen.method() + " " + seen.header("host") + seen.path())
        .toList();
  }

  public List<Seen> requests() {
    return server.requests();
  }

  @Override
  public void close() {
    proxy.close();
    server.close();
  }
}
