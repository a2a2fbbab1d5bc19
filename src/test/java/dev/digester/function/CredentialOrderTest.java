package dev.digester.function;

import static dev.digester.function.PrivateRegistry.base64;
import static dev.digester.function.PrivateRegistry.dockerConfig;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every source of credentials against every one after it, up to the registry that is asked. */
class CredentialOrderTest {
  /** In the order in which they count; each has a credential of its own name. */
  private static final List<String> SOURCES =
      List.of(
          "variables",
          "package",
          "registryAuthFile",
          "authConfig",
          "dockerConfig",
          "runtime",
          "home",
          "docker");

  @TempDir Path folder;
  private final PrivateRegistry registry = new PrivateRegistry();
  private final Map<String, String> environment = new TreeMap<>();

  @AfterEach
  void close() {
    registry.close();
  }

  static List<List<String>> tails() {
    return IntStream.range(0, SOURCES.size())
        .mapToObj(from -> SOURCES.subList(from, SOURCES.size()))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("tails")
  void the_first_source_that_has_the_registry_is_the_one_that_is_shown(List<String> sources) {
    sources.forEach(this::put);
    FunctionCall.Answer answer = run().succeeded();
    assertThat(registry.letIn()).containsExactly(sources.getFirst() + " /v2/app/manifests/v1");
    assertThat(answer.err()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("tails")
  void one_that_is_refused_is_followed_by_no_other(List<String> sources) {
    sources.forEach(this::put);
    put(sources.getFirst(), "wrong");
    FunctionCall.Answer answer = run();
    assertThat(answer.exit()).isEqualTo(1);
    assertThat(registry.letIn()).isEmpty();
    String results = answer.out().substring(answer.out().indexOf("\nresults:"));
    assertThat(answer.err() + results)
        .contains("cannot pin")
        .doesNotContain(PrivateRegistry.SECRET, "wrong");
  }

  private FunctionCall.Answer run() {
    String pod =
        """
        - apiVersion: v1
          kind: Pod
          metadata: {name: web}
          spec:
            imagePullSecrets: [{name: reg}]
            containers: [{name: web, image: "%s/app:v1"}]
        functionConfig:
          apiVersion: digester.dev/v1alpha1
          kind: Digester
          metadata: {name: digester}
          spec: {credentials: {fromPackage: true}}
        """
            .formatted(registry.host());
    String head = "apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n";
    return new FunctionCall(environment, folder.resolve("home")).run(head + secret + pod);
  }

  private String secret = "";

  private void put(String source) {
    put(source, PrivateRegistry.dockerConfig(registry.host(), source));
  }

  /**
   * Gives a source a credential; the config is that of a file, or one with a password that fails.
   */
  private void put(String source, String config) {
    String content = config.equals("wrong") ? wrong() : config;
    switch (source) {
      case "variables" -> variables(source, config.equals("wrong"));
      case "package" -> secret = packaged(content);
      case "registryAuthFile" -> environment.put("REGISTRY_AUTH_FILE", file("auth.json", content));
      case "authConfig" -> environment.put("DOCKER_AUTH_CONFIG", content);
      case "dockerConfig" ->
          environment.put("DOCKER_CONFIG", folderOf(file("docker/config.json", content)));
      case "runtime" -> {
        file("run/containers/auth.json", content);
        environment.put("XDG_RUNTIME_DIR", folder.resolve("run").toString());
      }
      case "home" -> file("home/.config/containers/auth.json", content);
      case "docker" -> file("home/.docker/config.json", content);
      default -> throw new IllegalArgumentException(source);
    }
  }

  private String wrong() {
    return dockerConfig(registry.host(), "x")
        .replaceFirst("\"auth\":\"[^\"]+\"", "\"auth\":\"" + base64("someone:wrong") + "\"");
  }

  private void variables(String user, boolean wrong) {
    environment.put("DIGESTER_REGISTRY_1_HOST", registry.host());
    environment.put("DIGESTER_REGISTRY_1_USERNAME", user);
    environment.put(
        "DIGESTER_REGISTRY_1_PASSWORD", wrong ? "wrong" : PrivateRegistry.SECRET + user);
  }

  private static String packaged(String content) {
    return """
    - apiVersion: v1
      kind: Secret
      metadata: {name: reg}
      type: kubernetes.io/dockerconfigjson
      data: {.dockerconfigjson: "%s"}
    """
        .formatted(base64(content));
  }

  private static String folderOf(String file) {
    return file.substring(0, file.lastIndexOf('/'));
  }

  private String file(String name, String content) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, content).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
