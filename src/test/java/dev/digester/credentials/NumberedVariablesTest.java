package dev.digester.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code DIGESTER_REGISTRY_<n>_HOST} and its companions. */
class NumberedVariablesTest {
  @TempDir Path folder;

  private Machine registry(Machine machine, String number, String host, String user) {
    return machine
        .variable("DIGESTER_REGISTRY_" + number + "_HOST", host)
        .variable("DIGESTER_REGISTRY_" + number + "_USERNAME", user)
        .variable("DIGESTER_REGISTRY_" + number + "_PASSWORD", "p:w@rd");
  }

  @Test
  void the_password_is_taken_as_it_is() {
    Machine machine = registry(new Machine(folder), "1", "localhost:5000", "me");
    assertThat(machine.resolve("localhost:5000", "a"))
        .isEqualTo(
            new Answer.Found(
                new Credential.Basic("me", "p:w@rd"),
                "DIGESTER_REGISTRY_<n>_HOST (DIGESTER_REGISTRY_1_HOST)"));
  }

  @Test
  void the_lowest_number_wins_counted_as_a_number() {
    Machine machine = registry(new Machine(folder), "10", "reg.example", "ten");
    registry(machine, "9", "reg.example", "nine");
    assertThat(Machine.user(machine.resolve("reg.example", "a"))).isEqualTo("nine");
  }

  @Test
  void a_host_with_a_path_wins_over_the_host_alone() {
    Machine machine = registry(new Machine(folder), "1", "reg.example", "all");
    registry(machine, "2", "reg.example/team", "team");
    assertThat(Machine.user(machine.resolve("reg.example", "team/app"))).isEqualTo("team");
    assertThat(Machine.user(machine.resolve("reg.example", "teams/app"))).isEqualTo("all");
  }

  @Test
  void the_names_of_docker_hub_are_one() {
    Machine machine = registry(new Machine(folder), "1", "https://index.docker.io/v1/", "hub");
    assertThat(Machine.user(machine.resolve("docker.io", "library/nginx"))).isEqualTo("hub");
  }

  @Test
  void a_missing_password_is_a_problem_and_the_search_goes_on() {
    Machine machine =
        new Machine(folder)
            .variable("DIGESTER_REGISTRY_3_HOST", "ghcr.io")
            .variable("DIGESTER_REGISTRY_3_USERNAME", "me");
    assertThat(Machine.problem(machine.resolve("ghcr.io", "a/b")))
        .isEqualTo("DIGESTER_REGISTRY_3_HOST is set, DIGESTER_REGISTRY_3_PASSWORD is not");
    assertThat(Machine.problem(machine.variable("GITHUB_TOKEN", "t").resolve("ghcr.io", "a/b")))
        .isEqualTo(
            "GITHUB_TOKEN (for ghcr.io; before it: DIGESTER_REGISTRY_3_HOST is set,"
                + " DIGESTER_REGISTRY_3_PASSWORD is not)");
  }

  @Test
  void a_missing_user_name_is_a_problem() {
    Machine machine =
        new Machine(folder)
            .variable("DIGESTER_REGISTRY_0_HOST", "ghcr.io")
            .variable("DIGESTER_REGISTRY_0_PASSWORD", "secret");
    assertThat(Machine.problem(machine.resolve("ghcr.io", "a/b")))
        .isEqualTo("DIGESTER_REGISTRY_0_HOST is set, DIGESTER_REGISTRY_0_USERNAME is not");
  }

  @Test
  void names_without_a_number_mean_nothing() {
    Machine machine = registry(new Machine(folder), "X", "ghcr.io", "me");
    assertThat(Machine.user(machine.resolve("ghcr.io", "a/b"))).isEqualTo("nobody");
  }
}
