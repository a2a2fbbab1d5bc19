package dev.digester.function;

import static dev.digester.registry.Manifests.manifest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.registry.ScriptedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code registriesFrom: [containers]}, from the file to the registry that is asked. */
class MachineSettingsTest {
  @TempDir Path home;
  private final ScriptedServer mirror = ScriptedServer.start(_ -> manifest());

  @AfterEach
  void close() {
    mirror.close();
  }

  private FunctionCall.Answer run(String conf, String spec) throws IOException {
    Path file = Files.writeString(home.resolve("registries.conf"), conf);
    Map<String, String> environment = Map.of("CONTAINERS_REGISTRIES_CONF", file.toString());
    return new FunctionCall(environment, home)
        .run(
            """
            apiVersion: config.kubernetes.io/v1
            kind: ResourceList
            functionConfig:
              apiVersion: digester.dev/v1alpha1
              kind: Digester
              metadata: {name: digester}
              spec: {registriesFrom: [containers]%s}
            items:
            - {apiVersion: v1, kind: Pod, spec: {containers: [{name: a, image: "nowhere.invalid/a:v1"}]}}
            """
                .formatted(spec));
  }

  private String mirrored() {
    return """
    [[registry]]
    location = "nowhere.invalid"
    [[registry.mirror]]
    location = "%s/cache"
    """
        .formatted(mirror.host());
  }

  @Test
  void a_mirror_of_registries_conf_answers_and_the_name_stays() throws IOException {
    FunctionCall.Answer answer = run(mirrored(), "").succeeded();
    assertThat(mirror.lines()).containsExactly("GET /v2/cache/a/manifests/v1");
    assertThat(answer.out())
        .contains("\"nowhere.invalid/a:v1@sha256:", "source: mirror", "mirror: \"" + mirror.host());
  }

  @Test
  void what_is_configured_for_the_host_wins() throws IOException {
    String mirrors = "[" + mirror.host() + "/own]";
    run(mirrored(), ", registries: [{host: nowhere.invalid, mirrors: " + mirrors + "}]")
        .succeeded();
    assertThat(mirror.lines()).containsExactly("GET /v2/own/a/manifests/v1");
  }

  @Test
  void a_registry_that_is_blocked_is_an_error_that_names_the_file() throws IOException {
    FunctionCall.Answer answer =
        run("[[registry]]\nlocation = \"nowhere.invalid\"\nblocked = true\n", "");
    assertThat(answer.exit()).isEqualTo(1);
    assertThat(answer.err())
        .contains(
            "cannot pin nowhere.invalid/a:v1: " + home.resolve("registries.conf"),
            "'blocked = true' for nowhere.invalid");
  }

  @Test
  void a_file_that_cannot_be_read_as_toml_is_an_error_with_its_line() throws IOException {
    FunctionCall.Answer answer = run("a = 1\n[[registry]\n", "");
    assertThat(answer.exit()).isEqualTo(1);
    assertThat(answer.err())
        .contains(
            "spec.registriesFrom: %s is not TOML: reading it stopped at line 3"
                .formatted(home.resolve("registries.conf")));
  }
}
