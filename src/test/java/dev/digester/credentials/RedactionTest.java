package dev.digester.credentials;

import static dev.digester.credentials.Machine.auths;
import static dev.digester.credentials.Machine.base64;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Secrets and user names are searched for in everything that could be printed. */
class RedactionTest {
  private static final String SECRET = "hunter2-s3cr3t";
  private static final String USER = "robot-4711";

  @TempDir Path folder;

  static Stream<String> configs() {
    return Stream.of(
        auths("reg.example", USER, SECRET),
        "{\"auths\": {\"reg.example\": {\"username\": \"%s\", \"password\": \"%s\"}}}"
            .formatted(USER, SECRET),
        "{\"auths\": {\"reg.example\": {\"identitytoken\": \"%s\"}}}".formatted(SECRET),
        "{\"auths\": {\"reg.example\": {\"registrytoken\": \"%s\"}}}".formatted(SECRET),
        "{\"auths\": {\"https://%s:%s@reg.example/v1/\": {\"auth\": \"%s\"}}}"
            .formatted(USER, SECRET, base64(USER + ":" + SECRET)),
        "{\"auths\": {\"reg.example\": \"%s:%s\"}}".formatted(USER, SECRET),
        "{\"auths\": {\"reg.example\": {\"auth\": \"%s\"}}}".formatted(SECRET),
        "{\"auths\": {\"reg.example\": {\"password\": %s}}}".formatted(SECRET),
        "{\"auths\": {\"reg.example\": {\"auth\": \"%s".formatted(SECRET),
        "%s %s".formatted(USER, SECRET),
        "{\"credsStore\": \"tells\"}",
        "{\"credsStore\": \"fails\"}",
        "{\"credHelpers\": {\"reg.example\": \"fails\"}}",
        "{\"credsStore\": \"babbles\"}");
  }

  private Machine machine() {
    return new Machine(folder)
        .helperThatGives("tells", USER, SECRET)
        .helper("fails", "echo %s %s; echo %s >&2; exit 1".formatted(USER, SECRET, SECRET))
        .helper("babbles", "echo %s".formatted(SECRET));
  }

  @ParameterizedTest
  @MethodSource("configs")
  void nothing_that_comes_of_a_file_shows_a_secret(String json) {
    assertHidden(machine().dockerConfig(json).sources());
  }

  @ParameterizedTest
  @MethodSource("configs")
  void nothing_that_comes_of_a_pull_secret_shows_a_secret(String json) {
    PullSecret secret =
        new PullSecret(
            "Secret a/b",
            "kubernetes.io/dockerconfigjson",
            Map.of(),
            Map.of(".dockerconfigjson", json));
    assertHidden(machine().sources().withPullSecrets(List.of(secret)));
    assertThat(secret.toString() + secret.read()).doesNotContain(SECRET, USER);
  }

  private static void assertHidden(CredentialSources sources) {
    Answer answer = sources.resolve("reg.example", "team/app");
    Explanation explanation = sources.explain("reg.example", "team/app");
    assertThat(answer.toString()).doesNotContain(SECRET, USER, base64(USER).substring(0, 9));
    assertThat(explanation.toString() + explanation.lines()).doesNotContain(SECRET);
  }

  @Test
  void no_variable_is_shown() {
    Machine machine =
        machine()
            .variable("DIGESTER_REGISTRY_1_HOST", "reg.example")
            .variable("DIGESTER_REGISTRY_1_USERNAME", USER)
            .variable("DIGESTER_REGISTRY_1_PASSWORD", SECRET)
            .variable("GITHUB_TOKEN", SECRET);
    assertHidden(machine.sources());
    assertThat(machine.environment().toString() + new GitHubToken(machine.environment()))
        .doesNotContain(SECRET, USER);
  }
}
