package dev.digester.credentials;

import static dev.digester.credentials.Machine.auths;
import static dev.digester.credentials.Machine.base64;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Secrets that workloads name under imagePullSecrets. */
class PullSecretTest {
  private static final String JSON = ".dockerconfigjson";
  private static final String LEGACY = ".dockercfg";

  @TempDir Path folder;

  private Answer resolve(PullSecret... secrets) {
    return new Machine(folder)
        .sources()
        .withPullSecrets(List.of(secrets))
        .resolve("reg.example", "team/app");
  }

  private static PullSecret secret(String name, String json) {
    return new PullSecret(
        "Secret " + name, "kubernetes.io/dockerconfigjson", Map.of(JSON, base64(json)), Map.of());
  }

  private static PullSecret legacy(Map<String, String> data, Map<String, String> stringData) {
    return new PullSecret("Secret shop/old", "kubernetes.io/dockercfg", data, stringData);
  }

  @Test
  void data_is_base64() {
    assertThat(resolve(secret("shop/reg", auths("reg.example", "me", "p"))))
        .isEqualTo(
            new Answer.Found(
                new Credential.Basic("me", "p"),
                "pull secrets (key reg.example of Secret shop/reg)"));
  }

  @Test
  void data_may_be_wrapped_into_lines() {
    String wrapped = base64(auths("reg.example", "me", "p")).replaceAll("(.{20})", "$1\n  ");
    PullSecret secret =
        new PullSecret(
            "Secret a/b", "kubernetes.io/dockerconfigjson", Map.of(JSON, wrapped), Map.of());
    assertThat(Machine.user(resolve(secret))).isEqualTo("me");
  }

  @Test
  void stringData_is_text_and_goes_before_data() {
    PullSecret secret =
        new PullSecret(
            "Secret a/b",
            "kubernetes.io/dockerconfigjson",
            Map.of(JSON, base64(auths("reg.example", "data", "p"))),
            Map.of(JSON, auths("reg.example", "text", "p")));
    assertThat(Machine.user(resolve(secret))).isEqualTo("text");
  }

  @Test
  void the_older_type_has_the_keys_at_its_top() {
    String json = "{\"https://reg.example/v1/\": {\"auth\": \"%s\"}}".formatted(base64("me:p"));
    assertThat(Machine.user(resolve(legacy(Map.of(LEGACY, base64(json)), Map.of()))))
        .isEqualTo("me");
    assertThat(Machine.user(resolve(legacy(Map.of(), Map.of(LEGACY, json))))).isEqualTo("me");
  }

  @Test
  void the_longest_key_of_all_secrets_is_used_and_the_first_secret_among_equals() {
    PullSecret all = secret("a/all", auths("reg.example", "all", "p"));
    PullSecret again = secret("a/again", auths("reg.example", "again", "p"));
    PullSecret team = secret("a/team", auths("*.example/team", "team", "p"));
    assertThat(Machine.user(resolve(all, again))).isEqualTo("all");
    assertThat(Machine.user(resolve(all, again, team))).isEqualTo("team");
  }

  @Test
  void helpers_that_a_secret_names_are_not_run() {
    Machine machine = new Machine(folder).helperThatGives("test", "me", "p");
    Answer answer =
        machine
            .sources()
            .withPullSecrets(List.of(secret("a/b", "{\"credsStore\": \"test\"}")))
            .resolve("reg.example", "a");
    assertThat(Machine.user(answer)).isEqualTo("nobody");
  }

  @Test
  void a_secret_for_other_registries_is_named_among_the_places() {
    Answer.None none = (Answer.None) resolve(secret("shop/reg", auths("other.example", "me", "p")));
    assertThat(none.looked().getFirst())
        .isEqualTo("pull secrets (Secret shop/reg: no key for reg.example/team/app)");
    assertThat(none.problem()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Opaque | .dockerconfigjson | e30= | has a type that holds no credentials for registries",
        "kubernetes.io/dockerconfigjson | .dockercfg | e30= | has no .dockerconfigjson",
        "kubernetes.io/dockercfg | .dockerconfigjson | e30= | has no .dockercfg",
        "kubernetes.io/dockercfg | .dockercfg | %% | has a .dockercfg that is not base64",
        "kubernetes.io/dockercfg | .dockercfg | aHVudGVyMg== | has a .dockercfg whose line 1 is not what a docker configuration has there"
      })
  void a_broken_secret_is_a_problem_and_the_next_one_is_used(
      String type, String key, String value, String problem) {
    PullSecret broken = new PullSecret("Secret a/b", type, Map.of(key, value), Map.of());
    assertThat(Machine.problem(resolve(broken))).isEqualTo("Secret a/b " + problem);
    Answer second = resolve(broken, secret("a/c", auths("reg.example", "me", "p")));
    assertThat(Machine.user(second)).isEqualTo("me");
    assertThat(Machine.problem(second)).contains("before it: Secret a/b " + problem);
  }

  @Test
  void bytes_that_are_not_text_are_a_problem() {
    PullSecret broken = legacy(Map.of(LEGACY, "//79/A=="), Map.of());
    assertThat(Machine.problem(resolve(broken)))
        .startsWith("Secret shop/old has a .dockercfg whose line 1 ");
  }

  @Test
  void a_malformed_entry_is_a_problem_of_its_secret() {
    PullSecret secret = secret("a/b", "{\"auths\": {\"reg.example\": {\"auth\": \"*\"}}}");
    assertThat(Machine.problem(resolve(secret)))
        .isEqualTo(
            "Secret a/b: key reg.example is malformed: its auth should be base64 of USER:PASSWORD");
  }

  @Test
  void two_secrets_with_the_same_content_are_equal() {
    assertThat(secret("a/b", "{}"))
        .isEqualTo(secret("a/b", "{}"))
        .hasToString("PullSecret[Secret a/b]");
  }
}
