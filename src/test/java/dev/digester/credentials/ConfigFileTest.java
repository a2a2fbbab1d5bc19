package dev.digester.credentials;

import static dev.digester.credentials.Machine.base64;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from a {@code config.json} or {@code auth.json}. */
class ConfigFileTest {
  @TempDir Path folder;

  private Answer resolve(String json) {
    return new Machine(folder).dockerConfig(json).resolve("reg.example", "team/app");
  }

  private Answer resolveEntry(String entry) {
    return resolve("{\"auths\": {\"reg.example\": %s}}".formatted(entry));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'auth': 'bWU6c2VjcmV0'}                                           | me:secret",
        "{'auth': 'bWU6c2U6Y0By'}                                           | me:se:c@r",
        "{'auth': 'bWU6c2VjcmV0Og'}                                         | me:secret:",
        "{'auth': 'bWU6c2Vj\\ncmV0'}                                        | me:secret",
        "{'auth': 'bWU6c2VjcmV0AAA='}                                       | me:secret",
        "{'auth': 'bWU6'}                                                   | me:",
        "{'auth': 'w7w6w6Q='}                                               | ü:ä",
        "{'username': 'me', 'password': 'secret'}                           | me:secret",
        "{'username': 'old', 'password': 'old', 'auth': 'bWU6c2VjcmV0'}     | me:secret",
        "{'username': 'me', 'password': 'secret', 'auth': ''}               | me:secret",
        "{'username': 'me', 'password': 'secret', 'auth': null}             | me:secret",
        "{'email': 'me@x.example', 'auth': 'bWU6c2VjcmV0', 'other': [1, {}]} | me:secret"
      })
  void user_and_password(String entry, String pair) {
    int colon = pair.indexOf(':');
    assertThat(resolveEntry(entry.replace('\'', '"')))
        .isEqualTo(
            new Answer.Found(
                new Credential.Basic(pair.substring(0, colon), pair.substring(colon + 1)),
                folder + "/home/.docker/config.json (key reg.example)"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'identitytoken': 'T'}                                             | identity token T",
        "{'identitytoken': 'T', 'auth': 'PHRva2VuPjo='}                     | identity token T",
        "{'identitytoken': 'T', 'username': '<token>'}                      | identity token T",
        "{'identitytoken': 'T', 'username': '00000000-0000-0000-0000-000000000000'} | identity token T",
        "{'identitytoken': 'T', 'username': 'me', 'password': 'secret'}     | identity token T",
        "{'username': '<token>', 'password': 'T'}                           | identity token T",
        "{'registrytoken': 'T'}                                             | registry token T",
        "{'registrytoken': 'T', 'identitytoken': 'I', 'auth': 'bWU6cA=='}   | registry token T"
      })
  void tokens(String entry, String expected) {
    assertThat(Machine.user(resolveEntry(entry.replace('\'', '"')))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "null",
        "{\"auth\": \"\"}",
        "{\"auth\": null}",
        "{\"auth\": \"Og==\"}",
        "{\"auth\": \"PHRva2VuPjo=\"}",
        "{\"email\": \"me@x.example\"}"
      })
  void an_entry_without_a_credential_counts_for_nothing(String entry) {
    String json =
        "{\"auths\": {\"reg.example/team\": %s, \"reg.example\": {\"auth\": \"%s\"}}}"
            .formatted(entry, base64("me:p"));
    assertThat(Machine.user(resolve(json))).isEqualTo("me");
    assertThat(Machine.problem(resolveEntry(entry))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"auth\": \"%%%\"}",
        "{\"auth\": \"bm8gY29sb24\"}",
        "{\"auth\": 12}",
        "{\"auth\": [\"x\"]}",
        "{\"username\": \"me\", \"password\": 1234}",
        "\"bWU6c2VjcmV0\"",
        "[]"
      })
  void a_malformed_entry_is_a_problem_only_for_its_own_registry(String entry) {
    String problem =
        folder
            + "/home/.docker/config.json: key reg.example is malformed: its auth should be base64 of"
            + " USER:PASSWORD";
    Answer refused = resolveEntry(entry);
    assertThat(Machine.user(refused)).isEqualTo("nobody");
    assertThat(Machine.problem(refused)).isEqualTo(problem);
    assertThat(Machine.problem(new Machine(folder).resolve("other.example", "a"))).isEmpty();
  }

  @Test
  void the_longest_key_is_used() {
    String json =
        "{\"auths\": {\"reg.example\": {\"auth\": \"%s\"}, \"reg.example/team\": {\"auth\": \"%s\"}}}"
            .formatted(base64("all:p"), base64("team:p"));
    Machine machine = new Machine(folder).dockerConfig(json);
    assertThat(Machine.user(machine.resolve("reg.example", "team/app"))).isEqualTo("team");
    assertThat(Machine.user(machine.resolve("reg.example", "other/app"))).isEqualTo("all");
  }

  @Test
  void of_two_entries_with_one_key_the_last_is_used() {
    assertThat(
            Machine.user(
                resolve(
                    "{\"auths\": {\"reg.example\": {\"auth\": \"%s\"}, \"reg.example\": {\"auth\": \"%s\"}}}"
                        .formatted(base64("first:p"), base64("last:p")))))
        .isEqualTo("last");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"auths\": {}}", "{\"auths\": null, \"credsStore\": null}"})
  void a_file_without_keys_has_nothing(String json) {
    assertThat(Machine.problem(resolve(json))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'auths':\\n {'reg.example' hunter2}} | 2",
        "hunter2 | 1",
        "[] | 1",
        "{'auths':\\n\\n []} | 3",
        "{'credHelpers': 'hunter2'} | 1",
        "{'credHelpers': {'x': 1}} | 1",
        "{'credsStore':\\n {}} | 2"
      })
  void a_broken_file_is_passed_over_and_only_its_line_is_told(String json, int line) {
    String text = json.replace('\'', '"').replace("\\n", "\n");
    Machine machine = new Machine(folder).dockerConfig(text);
    String problem =
        folder
            + "/home/.docker/config.json cannot be used: line "
            + line
            + " is not what a JSON file of docker or podman has there";
    assertThat(Machine.problem(machine.resolve("reg.example", "a"))).isEqualTo(problem);
    assertThat(Machine.problem(machine.variable("GITHUB_TOKEN", "t").resolve("ghcr.io", "a/b")))
        .isEqualTo("GITHUB_TOKEN (for ghcr.io; before it: " + problem + ")");
  }

  @Test
  void an_empty_file_is_broken() {
    assertThat(Machine.problem(resolve(""))).contains("cannot be used: line 1");
  }

  @Test
  void a_file_that_cannot_be_read_is_passed_over() throws IOException {
    Files.createDirectories(folder.resolve("home/.docker/config.json"));
    Answer.None none = (Answer.None) new Machine(folder).resolve("reg.example", "a");
    assertThat(none.problem()).contains(folder + "/home/.docker/config.json cannot be read");
    assertThat(none.looked()).endsWith(folder + "/home/.docker/config.json");
  }

  @Test
  void a_file_below_something_that_is_not_a_directory_is_missing() {
    Machine machine = new Machine(folder).file("plain", "x");
    machine.variable("DOCKER_CONFIG", machine.path("plain"));
    Answer.None none = (Answer.None) machine.resolve("reg.example", "a");
    assertThat(none.looked().getFirst())
        .isEqualTo(folder + "/plain/config.json of DOCKER_CONFIG (no such file)");
    assertThat(none.problem()).isEmpty();
  }

  @Test
  void a_file_over_four_mebibytes_is_not_read() {
    assertThat(Machine.problem(resolve("{}" + " ".repeat(4 * 1024 * 1024))))
        .endsWith("cannot be used: it is larger than 4 MiB");
  }

  @Test
  void a_file_is_read_once() {
    Machine machine = new Machine(folder).dockerConfig(Machine.auths("reg.example", "me", "p"));
    CredentialSources sources = machine.sources();
    Answer first = sources.resolve("reg.example", "a");
    machine.dockerConfig("{}");
    assertThat(sources.resolve("reg.example", "a")).isEqualTo(first);
  }
}
