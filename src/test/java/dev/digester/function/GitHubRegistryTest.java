package dev.digester.function;

import static dev.digester.registry.Manifests.error;
import static dev.digester.registry.Manifests.manifest;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.registry.FarServer;
import dev.digester.registry.ScriptedServer.Reply;
import dev.digester.registry.ScriptedServer.Seen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The token that GitHub's jobs have, for GitHub's registry only and after all other places. */
class GitHubRegistryTest {
  private static final String LIST =
      """
      apiVersion: config.kubernetes.io/v1
      kind: ResourceList
      items:
      - {apiVersion: v1, kind: Pod, spec: {containers: [{name: a, image: "ghcr.io/team/app:v1"}]}}
      """;

  @TempDir Path home;
  private final FarServer github = FarServer.start(GitHubRegistryTest::answer);

  @AfterEach
  void close() {
    github.close();
  }

  private static String basic(String pair) {
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
  }

  private static Reply answer(Seen request) {
    return request.header("authorization").equals(basic("robot:t0ken"))
        ? manifest()
        : error(401, "UNAUTHORIZED").with("WWW-Authenticate", "Basic realm=\"private\"");
  }

  private FunctionCall.Answer run() {
    Map<String, String> environment = new TreeMap<>(github.environment(home));
    environment.putAll(Map.of("GITHUB_TOKEN", "t0ken", "GITHUB_ACTOR", "robot"));
    return new FunctionCall(environment, home).run(LIST);
  }

  private List<String> shown() {
    return github.requests().stream().map(seen -> seen.header("authorization")).toList();
  }

  @Test
  void it_is_shown_with_the_name_of_the_actor_when_strangers_are_refused() {
    run().succeeded();
    assertThat(shown()).containsExactly("", basic("robot:t0ken"));
  }

  @Test
  void it_does_not_follow_a_login_that_was_refused() throws IOException {
    Files.createDirectories(home.resolve(".docker"));
    Files.writeString(
        home.resolve(".docker/config.json"),
        PrivateRegistry.dockerConfig("ghcr.io/team", "someone"));
    FunctionCall.Answer answer = run();
    assertThat(answer.err())
        .contains("cannot pin ghcr.io/team/app:v1", ".docker/config.json")
        .doesNotContain("robot", "t0ken", "someone");
    assertThat(shown()).doesNotContain(basic("robot:t0ken")).hasSize(2);
  }
}
