package dev.digester.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.digester.cluster.ClusterAccess.Identity;
import dev.digester.document.Key;
import dev.digester.document.Mapping;
import dev.digester.document.Scalar;
import dev.digester.document.read.JsonReader;
import dev.digester.document.text.DocumentException;
import dev.digester.document.text.SourceText;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

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

  private static final List<String> VERSIONS =
      List.of("client.authentication.k8s.io/v1", "client.authentication.k8s.io/v1beta1");

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
   * @param exec the entry of the kubeconfig; a command with a slash is relative to its directory
   * @param cluster the entry of the cluster, for plugins that want to know
   * @throws ClusterException if it fails or prints something else; nothing that it prints is quoted
   */
  Identity run(Settings exec, Settings cluster) {
    String command =
        exec.text("command").orElseThrow(() -> exec.broken("has an exec without a command"));
    String version = exec.text("apiVersion").orElse("");
    if (!VERSIONS.contains(version)) {
      throw exec.broken("has an exec whose apiVersion is none of " + String.join(", ", VERSIONS));
    }
    if (exec.text("interactiveMode").equals(Optional.of("Always"))) {
      throw failed(command, "wants a terminal (interactiveMode: Always), which it does not get");
    }
    try {
      ProcessBuilder builder = builder(exec, command);
      builder.environment().put("KUBERNETES_EXEC_INFO", ExecInfo.json(version, exec, cluster));
      return read(output(builder, command), command, version);
    } catch (IOException e) {
      throw failed(command, "cannot be started; is it installed?");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(command, "was stopped: the run was ended");
    }
  }

  private ProcessBuilder builder(Settings exec, String command) {
    List<String> words = new ArrayList<>();
    words.add(command.contains(File.separator) ? exec.at(command).toString() : command);
    exec.elements("args")
        .forEach(arg -> words.add(arg instanceof Scalar scalar ? scalar.value() : ""));
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().clear();
    builder.environment().putAll(environment);
    exec.sections("env")
        .forEach(variable ->
            builder
                .environment()
                .put(variable.text("name").orElse(""), variable.text("value").orElse("")));
    return builder
        .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
        .redirectError(ProcessBuilder.Redirect.DISCARD);
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
    return new String(
        output.completeOnTimeout(new byte[0], PATIENCE, TimeUnit.SECONDS).join(), UTF_8);
  }

  private static byte[] bytes(InputStream in) {
    try (in) {
      return in.readNBytes(MOST_OUTPUT);
    } catch (IOException e) {
      return new byte[0];
    }
  }

  private static Identity read(String output, String command, String version) {
    Mapping credential =
        object(output)
            .filter(object -> Settings.text(object, "kind").equals(Optional.of("ExecCredential")))
            .filter(object -> Settings.text(object, "apiVersion").equals(Optional.of(version)))
            .orElseThrow(() -> failed(command, "gave no ExecCredential of " + version));
    return credential
        .mapping(Key.of("status"))
        .map(status ->
            new Identity(
                Settings.text(status, "token"),
                Settings.text(status, "clientCertificateData"),
                Settings.text(status, "clientKeyData")))
        .filter(identity -> !identity.equals(Identity.STRANGER))
        .orElseThrow(() -> failed(command, "gave no token and no certificate"));
  }

  private static Optional<Mapping> object(String output) {
    try {
      return new JsonReader().read(SourceText.of(output)).roots().getFirst()
              instanceof Mapping object
          ? Optional.of(object)
          : Optional.empty();
    } catch (DocumentException e) {
      return Optional.empty();
    }
  }

  private static ClusterException failed(String command, String what) {
    return new ClusterException("the credential plugin " + command + " of the kubeconfig " + what);
  }
}
