package dev.digester.credentials;

import static dev.digester.credentials.Machine.auths;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user reads who wants to know which credential is used. */
class ExplanationTest {
  @TempDir Path folder;

  private String explain(Machine machine, String host, String repository) {
    return String.join("\n", machine.sources().explain(host, repository).lines())
        .replace(folder.toString(), "");
  }

  @Test
  void every_place_is_named_and_the_one_that_is_used_is_marked() {
    Machine machine =
        new Machine(folder)
            .file("a.json", auths("quay.io", "me", "hunter2"))
            .file("run/containers/1234/auth.json", auths("docker.io/library", "me", "hunter2"));
    machine.variable("REGISTRY_AUTH_FILE", machine.path("a.json"));
    assertThat(explain(machine, "index.docker.io", "library/nginx"))
        .isEqualTo(
            """
            credentials for docker.io/library/nginx
              1. DIGESTER_REGISTRY_<n>_HOST: not set
              2. pull secrets: none
              3. /a.json of REGISTRY_AUTH_FILE: no key for docker.io/library/nginx
              4. DOCKER_AUTH_CONFIG: not set
              5. DOCKER_CONFIG: not set
              6. XDG_RUNTIME_DIR: not set
              7. /run/containers/1234/auth.json: key docker.io/library, user name me and a password <- used
              8. /home/.config/containers/auth.json: not asked: the search ended before
              9. /home/.docker/config.json: not asked: the search ended before
             10. GITHUB_TOKEN: not asked: the search ended before
            used: user name me and a password of /run/containers/1234/auth.json, the first place with a matching key\
            """);
  }

  @Test
  void where_nothing_matches_the_registry_is_asked_anonymously() {
    Machine machine = new Machine(folder).dockerConfig("{\n]");
    assertThat(explain(machine, "reg.example", "a"))
        .endsWith(
            """
              9. /home/.docker/config.json: cannot be used: line 2 is not what a JSON file of docker or podman has there
             10. GITHUB_TOKEN: serves ghcr.io only
            none: no place has a matching key; the registry is asked anonymously
            problem, an error only if the registry refuses: /home/.docker/config.json cannot be used: line 2 is not what a JSON file of docker or podman has there\
            """);
  }

  @Test
  void a_variable_that_holds_no_configuration_is_named_and_not_quoted() {
    Machine machine = new Machine(folder).variable("DOCKER_AUTH_CONFIG", "{\"auths\": {s3cr3t");
    assertThat(explain(machine, "reg.example", "a"))
        .contains(
            "4. DOCKER_AUTH_CONFIG: cannot be used: line 1 is not what a JSON file of docker or"
                + " podman has there")
        .endsWith(
            "problem, an error only if the registry refuses: DOCKER_AUTH_CONFIG cannot be used:"
                + " line 1 is not what a JSON file of docker or podman has there")
        .doesNotContain("s3cr3t");
  }

  @Test
  void a_helper_without_an_answer_ends_the_search() {
    Machine machine =
        new Machine(folder).dockerConfig("{\"credHelpers\": {\"reg.example\": \"gone\"}}");
    assertThat(explain(machine, "reg.example", "a"))
        .contains(
            "none: /home/.docker/config.json names a helper for this registry, which gave none; the"
                + " registry is asked anonymously");
  }

  @Test
  void tokens_are_told_by_their_kind() {
    Machine machine =
        new Machine(folder)
            .dockerConfig(
                "{\"auths\": {\"a.example\": {\"identitytoken\": \"hunter2\"}, \"b.example\":"
                    + " {\"registrytoken\": \"hunter2\"}}}");
    assertThat(explain(machine, "a.example", "a"))
        .contains("used: an identity token of /home")
        .doesNotContain("hunter2");
    assertThat(explain(machine, "b.example", "a"))
        .contains("used: a registry token of /home")
        .doesNotContain("hunter2");
  }

  @Test
  void a_step_says_whether_it_is_the_one_that_is_used() {
    Machine machine = new Machine(folder).variable("GITHUB_TOKEN", "t");
    List<Explanation.Step> steps = machine.sources().explain("ghcr.io", "a/b").steps();
    assertThat(steps.stream().filter(Explanation.Step::used))
        .containsExactly(
            new Explanation.Step(
                "GITHUB_TOKEN", "for ghcr.io, user name x-access-token and a password", true));
  }
}
