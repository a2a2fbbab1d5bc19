package dev.digester.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.digester.cluster.ClusterAccess.Identity;
import dev.digester.document.Document;
import dev.digester.document.DocumentException;
import dev.digester.document.JsonReader;
import dev.digester.document.Key;
import dev.digester.document.Mapping;
import dev.digester.document.Node;
import dev.digester.document.Scalar;
import dev.digester.document.Sequence;
import dev.digester.document.SourceText;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Credential plugins of kubeconfig files (<a
 * href="https://kubernetes.io/docs/reference/access-authn-authz/authentication/#client-go-credential-plugins">client-go
 * credential plugins</a>): a program that prints an {@code ExecCredential}. It gets no terminal.
 */
final class ExecPlugin {

  /** For a plugin that has to ask its cloud, in seconds. */
  private static final long PATIENCE = 30;

  /** An ExecCredential has a token or a certificate with its key: a few kilobytes. */
  private static final int MOST_OUTPUT = 1 << 20;

  private final Map<String, String> environment;

  /**
   * @param environment what the program gets, with what the entry adds
   */
  ExecPlugin(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * Runs the program.
   *
   * @param exec the entry of the kubeconfig
   * @param kubeconfig its file: a command with a slash is relative to its folder
   * @throws ClusterException if it fails or prints something else; nothing that it prints is quoted
   */
  Identity run(Mapping exec, Path kubeconfig) {
    String command = Kubeconfig.text(exec, "command").orElse("");
    try {
      return read(output(builder(exec, kubeconfig, command), command), command);
    } catch (IOException e) {
      throw failed(command, "cannot be started; is it installed?");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(command, "was stopped: the run was ended");
    }
  }

  private ProcessBuilder builder(Mapping exec, Path kubeconfig, String command) {
    List<String> words = new ArrayList<>();
    words.add(
        command.contains(File.separator) ? kubeconfig.resolveSibling(command).toString() : command);
    elements(exec, "args")
        .forEach(arg -> words.add(arg instanceof Scalar scalar ? scalar.value() : ""));
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().clear();
    builder.environment().putAll(environment);
    elements(exec, "env")
        .flatMap(node -> node instanceof Mapping mapping ? Stream.of(mapping) : Stream.empty())
        .forEach(variable ->
            builder
                .environment()
                .put(
                    Kubeconfig.text(variable, "name").orElse(""),
                    Kubeconfig.text(variable, "value").orElse("")));
    String version = Kubeconfig.text(exec, "apiVersion").orElse("client.authentication.k8s.io/v1");
    builder
        .environment()
        .put(
            "KUBERNETES_EXEC_INFO",
            "{\"kind\":\"ExecCredential\",\"apiVersion\":\"%s\",\"spec\":{\"interactive\":false}}"
                .formatted(version));
    return builder
        .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
        .redirectError(ProcessBuilder.Redirect.DISCARD);
  }

  private static Stream<Node> elements(Mapping owner, String key) {
    return owner.sequence(Key.of(key)).map(Sequence::elements).orElse(List.of()).stream();
  }

  private static String output(ProcessBuilder builder, String command)
      throws IOException, InterruptedException {
    Process process = builder.start();
    CompletableFuture<byte[]> output = new CompletableFuture<>();
    Thread.ofVirtual().start(() -> output.complete(bytes(process.getInputStream())));
    if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw failed(command, "did not end within " + PATIENCE + " s");
    }
    if (process.exitValue() != 0) {
      throw failed(command, "ended with exit code " + process.exitValue());
    }
    return new String(output.join(), UTF_8);
  }

  private static byte[] bytes(InputStream in) {
    try (in) {
      return in.readNBytes(MOST_OUTPUT);
    } catch (IOException e) {
      return new byte[0];
    }
  }

  private static Identity read(String output, String command) {
    try {
      Document document = new JsonReader().read(SourceText.of(output));
      if (document.roots().getFirst() instanceof Mapping credential) {
        return credential
            .mapping(Key.of("status"))
            .map(status ->
                new Identity(
                    Kubeconfig.text(status, "token"),
                    Kubeconfig.text(status, "clientCertificateData"),
                    Kubeconfig.text(status, "clientKeyData")))
            .filter(identity -> !identity.equals(Identity.STRANGER))
            .orElseThrow(() -> failed(command, "gave no token and no certificate"));
      }
    } catch (DocumentException e) {
      // Reported below.
    }
    throw failed(command, "gave no ExecCredential");
  }

  private static ClusterException failed(String command, String what) {
    return new ClusterException("the credential plugin " + command + " of the kubeconfig " + what);
  }
}
