package dev.digester.credentials;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where podman and docker keep their files (containers-auth.json(5), docker-login(1)). */
final class ConfigFiles {
  private static final String PODMAN = "containers/auth.json";
  private static final String DOCKER = "config.json";

  private final UserEnvironment environment;
  private final HelperPrograms helpers;

  ConfigFiles(UserEnvironment environment, HelperPrograms helpers) {
    this.environment = environment;
    this.helpers = helpers;
  }

  /**
   * The places in the order in which they are asked.
   *
   * @param run where the system keeps what lives until it is shut down: {@code /run}
   */
  List<Source> in(Path run) {
    Optional<Path> home = environment.home();
    Optional<Path> config =
        environment
            .variable("XDG_CONFIG_HOME")
            .map(Path::of)
            .or(() -> home.map(h -> h.resolve(".config")));
    return Stream.of(
            Stream.of(named("REGISTRY_AUTH_FILE", "")),
            Stream.of(inVariable("DOCKER_AUTH_CONFIG")),
            Stream.of(named("DOCKER_CONFIG", DOCKER)),
            Stream.of(named("XDG_RUNTIME_DIR", PODMAN)),
            environment.uid().stream()
                .mapToObj(uid -> usual(run.resolve("containers/" + uid + "/auth.json"))),
            config.map(folder -> usual(folder.resolve(PODMAN))).stream(),
            home.map(folder -> usual(folder.resolve(".docker").resolve(DOCKER))).stream())
        .flatMap(places -> places)
        .toList();
  }

  private Source named(String variable, String below) {
    return environment
        .variable(variable)
        .map(value -> Path.of(value).resolve(below))
        .<Source>map(file -> ConfigFile.of(file, variable, helpers))
        .orElseGet(() -> new UnsetVariable(variable));
  }

  private Source inVariable(String variable) {
    return environment
        .variable(variable)
        .<Source>map(json -> ConfigFile.inVariable(variable, json, helpers))
        .orElseGet(() -> new UnsetVariable(variable));
  }

  private Source usual(Path file) {
    return ConfigFile.of(file, "", helpers);
  }
}
