package dev.digester.credentials;

import static dev.digester.credentials.Machine.base64;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Credential helpers: real programs in a directory of PATH. */
class HelperTest {
  private static final String FOR_HOST = "{\"credHelpers\": {\"reg.example\": \"test\"}}";
  private static final String BY_HAND =
      "; run it by hand (the registry on its standard input, get as its argument) to see why";

  @TempDir Path folder;

  private Machine machine() {
    return new Machine(folder).dockerConfig(FOR_HOST);
  }

  private String problem(String words) {
    return folder
        + "/home/.docker/config.json: credential helper docker-credential-test by credHelpers "
        + words;
  }

  @Test
  void a_helper_for_the_host_is_asked() {
    Machine machine = machine().helperThatGives("test", "me", "secret");
    assertThat(machine.resolve("reg.example", "a"))
        .isEqualTo(
            new Answer.Found(
                new Credential.Basic("me", "secret"),
                folder
                    + "/home/.docker/config.json (credential helper docker-credential-test by"
                    + " credHelpers)"));
    assertThat(Machine.user(machine.resolve("other.example", "a"))).isEqualTo("nobody");
  }

  @ParameterizedTest
  @CsvSource({
    "true, true, true, helper",
    "true, true, false, helper",
    "true, false, true, helper",
    "true, false, false, helper",
    "false, true, true, store",
    "false, true, false, store",
    "false, false, true, auths",
    "false, false, false, nobody"
  })
  void within_a_file_helper_goes_before_store_before_auths(
      boolean helper, boolean store, boolean auths, String expected) {
    String json =
        "{\"credHelpers\": {\"%s\": \"mine\"}, \"credsStore\": \"%s\", \"auths\": {\"%s\": {\"auth\": \"%s\"}}}"
            .formatted(
                helper ? "reg.example" : "x.example",
                store ? "all" : "",
                auths ? "reg.example" : "x.example",
                base64("auths:p"));
    Machine machine =
        new Machine(folder)
            .dockerConfig(json)
            .helperThatGives("mine", "helper", "p")
            .helperThatGives("all", "store", "p");
    assertThat(Machine.user(machine.resolve("reg.example", "a"))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "reg.example, reg.example:443, one",
    "reg.example:443, reg.example:443, one",
    "reg.example, reg.example, one",
    "reg.example:443, reg.example, nobody"
  })
  void a_login_is_found_with_the_port_of_https_and_without(
      String stored, String host, String expected) {
    String script =
        """
        read server
        if [ "$server" = "%s" ]; then echo '{"Username": "one", "Secret": "p"}'; exit 0; fi
        echo credentials not found in native keychain; exit 1
        """
            .formatted(stored);
    Machine machine =
        new Machine(folder).dockerConfig("{\"credsStore\": \"all\"}").helper("all", script);
    assertThat(Machine.user(machine.resolve(host, "a"))).isEqualTo(expected);
  }

  @Test
  void an_empty_name_of_a_helper_sends_the_host_past_the_store_to_auths() {
    String json =
        "{\"credHelpers\": {\"reg.example\": \"\"}, \"credsStore\": \"all\", \"auths\": {\"reg.example\": {\"auth\": \"%s\"}}}"
            .formatted(base64("auths:p"));
    Machine machine = new Machine(folder).dockerConfig(json).helperThatGives("all", "store", "p");
    assertThat(Machine.user(machine.resolve("reg.example", "a"))).isEqualTo("auths");
  }

  @Test
  void a_helper_is_for_whole_hosts() {
    Machine machine =
        new Machine(folder)
            .dockerConfig("{\"credHelpers\": {\"reg.example/team\": \"test\"}}")
            .helperThatGives("test", "me", "p");
    assertThat(Machine.user(machine.resolve("reg.example", "team/app"))).isEqualTo("nobody");
  }

  @ParameterizedTest
  @CsvSource({
    "reg.example, reg.example",
    "localhost:5000, localhost:5000",
    "docker.io, https://index.docker.io/v1/",
    "index.docker.io, https://index.docker.io/v1/"
  })
  void a_helper_reads_the_registry_from_its_input_and_get_from_its_argument(
      String host, String said) {
    Machine machine =
        new Machine(folder)
            .dockerConfig("{\"credsStore\": \"test\"}")
            .helper(
                "test",
                "echo \"{\\\"Username\\\": \\\"$1 $(cat)\\\", \\\"Secret\\\": \\\"s\\\"}\"");
    assertThat(Machine.user(machine.resolve(host, "a"))).isEqualTo("get " + said);
  }

  @Test
  void a_helper_gets_the_environment_and_nothing_else() {
    Machine machine =
        machine()
            .variable("VAULT", "v")
            .helper(
                "test",
                "echo \"{\\\"Username\\\": \\\"$VAULT$HOME\\\", \\\"Secret\\\": \\\"s\\\"}\"");
    assertThat(Machine.user(machine.resolve("reg.example", "a"))).isEqualTo("v");
  }

  @Test
  void the_user_that_stands_for_a_token_makes_an_identity_token() {
    Machine machine = machine().helperThatGives("test", "<token>", "T");
    assertThat(Machine.user(machine.resolve("reg.example", "a"))).isEqualTo("identity token T");
  }

  @Test
  void the_pipes_are_emptied_side_by_side() {
    Machine machine =
        machine()
            .helper(
                "test",
                "head -c 60000 /dev/zero >&2; echo '{\"Username\": \"me\", \"Secret\": \"s\"}'");
    assertThat(Machine.user(machine.resolve("reg.example", "a"))).isEqualTo("me");
  }

  @Test
  void a_helper_that_does_not_read_its_input_is_heard_all_the_same() {
    Machine machine =
        machine().helper("test", "exec <&-; echo '{\"Username\": \"me\", \"Secret\": \"s\"}'");
    assertThat(Machine.user(machine.resolve("reg.example", "a"))).isEqualTo("me");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "echo 'credentials not found in native keychain'; exit 1",
        "echo 'Error: Credentials not found in native keychain' >&2; exit 2",
        "echo '{\"ServerURL\": \"\", \"Username\": \"\", \"Secret\": \"\"}'"
      })
  void a_helper_that_has_nothing_means_anonymous(String script) {
    String looked =
        folder
            + "/home/.docker/config.json (credential helper docker-credential-test by credHelpers"
            + " has no credentials for reg.example)";
    Answer.None none = (Answer.None) machine().helper("test", script).resolve("reg.example", "a");
    assertThat(none.looked()).endsWith(looked);
    assertThat(none.problem()).isEmpty();
  }

  @Test
  void a_helper_that_is_not_installed_means_anonymous_and_is_named_in_case_of_a_refusal() {
    Answer answer = machine().variable("PATH", "relative:/nowhere").resolve("reg.example", "a");
    assertThat(Machine.user(answer)).isEqualTo("nobody");
    assertThat(Machine.problem(answer))
        .isEqualTo(problem("is not installed: no such program in PATH"));
  }

  @Test
  void a_file_that_may_not_be_executed_is_not_an_installed_helper() {
    Machine machine = machine().file("bin/docker-credential-test", "#!/bin/sh\n");
    assertThat(Machine.problem(machine.resolve("reg.example", "a"))).contains("is not installed");
  }

  @Test
  void the_name_of_a_helper_cannot_lead_out_of_PATH() {
    Machine machine =
        new Machine(folder)
            .helper("test", "exit 7")
            .dockerConfig("{\"credsStore\": \"x/../docker-credential-test\"}");
    assertThat(Machine.problem(machine.resolve("reg.example", "a"))).contains("is not installed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "echo hunter2; echo hunter2 >&2; exit 3 | failed for reg.example with exit code 3",
        "echo hunter2 | gave no JSON with Username and Secret for reg.example",
        "echo '[\"hunter2\"]' | gave no JSON with Username and Secret for reg.example",
        "echo '{\"Username\": \"hunter2\"}' | gave no JSON with Username and Secret for reg.example",
        "echo '{\"Username\": null, \"Secret\": \"hunter2\"}' | gave no JSON with Username and Secret for reg.example",
        "echo '{\"Username\": \"hunter2\", \"Secret\": 5}' | gave no JSON with Username and Secret for reg.example",
        "yes hunter2 | wrote more than an answer for reg.example"
      })
  void a_helper_that_fails_is_a_problem_and_what_it_wrote_is_not_told(String script, String words) {
    Answer answer = machine().helper("test", script).resolve("reg.example", "a");
    assertThat(Machine.user(answer)).isEqualTo("nobody");
    assertThat(Machine.problem(answer))
        .isEqualTo(problem(words + BY_HAND))
        .doesNotContain("hunter2");
  }

  @Test
  void a_helper_that_is_not_a_program_of_this_machine_could_not_be_started() throws IOException {
    Machine machine = machine().helper("test", "");
    Files.writeString(folder.resolve("bin/docker-credential-test"), "#!/no/such/shell\n");
    assertThat(Machine.problem(machine.resolve("reg.example", "a")))
        .isEqualTo(problem("could not be started" + BY_HAND));
  }

  @ParameterizedTest
  @ValueSource(strings = {"exec sleep 600", "sleep 600"})
  void a_helper_that_hangs_is_stopped(String script) {
    Machine machine = machine().helperLimit(Duration.ofMillis(100)).helper("test", script);
    assertThat(Machine.problem(machine.resolve("reg.example", "a")))
        .isEqualTo(problem("gave no answer for reg.example within 1 s and was stopped" + BY_HAND));
  }

  /** Java closes its end of the pipes if the helper ends before they are read: no answer then. */
  @Test
  void a_helper_that_leaves_its_pipes_to_a_process_that_hangs_is_not_waited_for() {
    Machine machine =
        machine().helperLimit(Duration.ofMillis(100)).helper("test", "sleep 600 & exit 0");
    assertThat(Machine.problem(machine.resolve("reg.example", "a")))
        .containsAnyOf(
            "gave no answer for reg.example within 1 s and was stopped",
            "gave no JSON with Username and Secret for reg.example");
  }

  @Test
  void a_store_without_an_answer_leaves_the_word_to_auths() {
    String json =
        "{\"credsStore\": \"gone\", \"auths\": {\"reg.example\": {\"auth\": \"%s\"}}}"
            .formatted(base64("auths:p"));
    Answer answer = new Machine(folder).dockerConfig(json).resolve("reg.example", "a");
    assertThat(Machine.user(answer)).isEqualTo("auths");
    assertThat(Machine.problem(answer))
        .contains("before it: ", "docker-credential-gone by credsStore is not installed");
  }

  @Test
  void a_store_without_an_answer_leaves_the_word_to_the_next_place() {
    Machine machine =
        new Machine(folder)
            .dockerConfig("{\"credsStore\": \"gone\"}")
            .variable("GITHUB_TOKEN", "t");
    assertThat(Machine.user(machine.resolve("ghcr.io", "a/b"))).isEqualTo("x-access-token");
  }

  @Test
  void a_helper_for_the_host_without_an_answer_settles_the_matter() {
    String json =
        "{\"credHelpers\": {\"ghcr.io\": \"gone\"}, \"auths\": {\"ghcr.io\": {\"auth\": \"%s\"}}}"
            .formatted(base64("auths:p"));
    Machine machine = new Machine(folder).dockerConfig(json).variable("GITHUB_TOKEN", "t");
    assertThat(Machine.user(machine.resolve("ghcr.io", "a/b"))).isEqualTo("nobody");
  }

  @Test
  void a_helper_runs_once_for_a_host_however_many_ask() throws Exception {
    Path log = folder.resolve("log");
    Machine machine =
        new Machine(folder)
            .dockerConfig("{\"credsStore\": \"test\"}")
            .helper(
                "test",
                "host=$(cat); echo \"$host\" >> %s; echo '{\"Username\": \"me\", \"Secret\": \"s\"}'"
                    .formatted(log));
    CredentialSources sources = machine.sources();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> answers =
          IntStream.range(0, 40).mapToObj(i -> threads.submit(() -> askFor(sources, i))).toList();
      for (Future<Answer> answer : answers) {
        assertThat(Machine.user(answer.get())).isEqualTo("me");
      }
    }
    assertThat(Files.readAllLines(log)).containsExactlyInAnyOrder("a.example", "b.example");
  }

  private static Answer askFor(CredentialSources sources, int i) {
    String host = i % 2 == 0 ? "a.example" : "b.example";
    return sources.withPullSecrets(List.of()).resolve(host, "repository-" + i);
  }

  @Test
  void a_thread_that_is_interrupted_does_not_wait_for_a_helper() {
    Machine machine = machine().helper("test", "exec sleep 600");
    Thread.currentThread().interrupt();
    Answer answer = machine.resolve("reg.example", "a");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(Machine.problem(answer)).contains("was stopped: the run was ended");
  }
}
