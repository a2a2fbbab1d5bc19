package dev.digester.credentials;

import static dev.digester.credentials.Machine.auths;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which of several places is used. */
class PrecedenceTest {
  private static final String HOST = "ghcr.io";

  /** Each place with the means to put a credential there, in the order of the search. */
  private static final List<Map.Entry<String, Consumer<Machine>>> PLACES =
      List.of(
          Map.entry(
              "variables",
              m ->
                  m.variable("DIGESTER_REGISTRY_1_HOST", HOST)
                      .variable("DIGESTER_REGISTRY_1_USERNAME", "variables")
                      .variable("DIGESTER_REGISTRY_1_PASSWORD", "p")),
          Map.entry("secret", m -> {}),
          Map.entry("auth-file", m -> inFile(m, "REGISTRY_AUTH_FILE", "a.json", "auth-file")),
          Map.entry(
              "auth-config",
              m -> m.variable("DOCKER_AUTH_CONFIG", auths(HOST, "auth-config", "p"))),
          Map.entry("docker-config", m -> inFolder(m, "DOCKER_CONFIG", "d/config.json")),
          Map.entry("xdg-runtime", m -> inFolder(m, "XDG_RUNTIME_DIR", "x/containers/auth.json")),
          Map.entry("run", m -> m.file("run/containers/1234/auth.json", auths(HOST, "run", "p"))),
          Map.entry(
              "home-podman",
              m -> m.file("home/.config/containers/auth.json", auths(HOST, "home-podman", "p"))),
          Map.entry("home-docker", m -> m.dockerConfig(auths(HOST, "home-docker", "p"))),
          Map.entry(
              "github", m -> m.variable("GITHUB_TOKEN", "p").variable("GITHUB_ACTOR", "github")),
          Map.entry("cloud", m -> m.cloud(new AnyCloud(HOST))));

  /** A cloud that runs a registry and has a credential for it. */
  private record AnyCloud(String host) implements Cloud {
    @Override
    public String name() {
      return "a cloud";
    }

    @Override
    public String hosts() {
      return host;
    }

    @Override
    public Optional<String> realm(String asked) {
      return Optional.of(asked).filter(host::equals);
    }

    @Override
    public String plan(String asked) {
      return "would ask";
    }

    @Override
    public Grant ask(String asked) {
      return new Grant.Given(new Credential.Basic("cloud", "p"), "token");
    }
  }

  @TempDir Path folder;

  private static void inFile(Machine machine, String variable, String file, String user) {
    machine.file(file, auths(HOST, user, "p")).variable(variable, machine.path(file));
  }

  private static void inFolder(Machine machine, String variable, String file) {
    String user = variable.equals("DOCKER_CONFIG") ? "docker-config" : "xdg-runtime";
    String top = file.substring(0, file.indexOf('/'));
    machine.file(file, auths(HOST, user, "p")).variable(variable, machine.path(top));
  }

  /** One place only, and each place with each of those after it. */
  static Stream<List<Integer>> everyPairOfPlaces() {
    return IntStream.range(0, PLACES.size())
        .boxed()
        .flatMap(first ->
            IntStream.range(first, PLACES.size()).mapToObj(second -> List.of(first, second)));
  }

  @ParameterizedTest
  @MethodSource("everyPairOfPlaces")
  void of_all_places_that_have_a_key_the_first_is_used(List<Integer> places) {
    Machine machine = new Machine(folder);
    List<PullSecret> secrets = new ArrayList<>();
    for (int place : places) {
      PLACES.get(place).getValue().accept(machine);
      if (PLACES.get(place).getKey().equals("secret")) {
        secrets.add(secret());
      }
    }
    Answer answer = machine.sources().withPullSecrets(secrets).resolve(HOST, "acme/app");
    assertThat(Machine.user(answer)).isEqualTo(PLACES.get(places.getFirst()).getKey());
  }

  private static PullSecret secret() {
    return new PullSecret(
        "Secret a/b",
        "kubernetes.io/dockerconfigjson",
        Map.of(),
        Map.of(".dockerconfigjson", auths(HOST, "secret", "p")));
  }

  @Test
  void places_with_keys_for_other_registries_are_passed_over() {
    Machine machine = new Machine(folder);
    PLACES.forEach(place -> place.getValue().accept(machine));
    Answer answer =
        machine.sources().withPullSecrets(List.of(secret())).resolve("other.example", "acme/app");
    assertThat(Machine.user(answer)).isEqualTo("nobody");
    assertThat(Machine.problem(answer)).isEmpty();
  }

  @Test
  void the_podman_folder_of_the_home_moves_with_XDG_CONFIG_HOME() {
    Machine machine =
        new Machine(folder)
            .file("home/.config/containers/auth.json", auths(HOST, "old", "p"))
            .file("xdg/containers/auth.json", auths(HOST, "moved", "p"));
    machine.variable("XDG_CONFIG_HOME", machine.path("xdg"));
    assertThat(Machine.user(machine.resolve(HOST, "a/b"))).isEqualTo("moved");
  }

  @Test
  void a_variable_that_is_set_to_nothing_is_not_set() {
    Machine machine =
        new Machine(folder).variable("GITHUB_TOKEN", "").variable("DOCKER_CONFIG", "");
    Answer answer = machine.resolve(HOST, "a/b");
    assertThat(Machine.user(answer)).isEqualTo("nobody");
    assertThat(((Answer.None) answer).looked()).noneMatch(place -> place.contains("GITHUB"));
  }

  @Test
  void a_token_of_github_without_an_actor_still_has_a_user_name() {
    Answer answer = new Machine(folder).variable("GITHUB_TOKEN", "t").resolve(HOST, "a/b");
    assertThat(answer)
        .isEqualTo(
            new Answer.Found(
                new Credential.Basic("x-access-token", "t"), "GITHUB_TOKEN (for ghcr.io)"));
  }

  @Test
  void nothing_found_says_where_was_looked() {
    Machine machine = new Machine(folder).dockerConfig(auths("quay.io", "u", "p"));
    assertThat(machine.resolve("docker.io", "library/nginx"))
        .isEqualTo(
            new Answer.None(
                List.of(
                    folder + "/run/containers/1234/auth.json (no such file)",
                    folder + "/home/.config/containers/auth.json (no such file)",
                    folder + "/home/.docker/config.json (no key for docker.io/library/nginx)"),
                Optional.empty()));
  }

  @Test
  void without_a_home_and_a_user_number_only_the_variables_lead_somewhere() {
    UserEnvironment bare = new UserEnvironment(Map.of(), Optional.empty(), OptionalLong.empty());
    assertThat(CredentialSources.of(bare, List.of()).resolve("ghcr.io", "a/b"))
        .isEqualTo(new Answer.None(List.of(), Optional.empty()));
  }
}
