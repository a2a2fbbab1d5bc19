package dev.digester.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;

/**
 * A program that runs containers. kpt is told which one to take by {@code KPT_FN_RUNTIME};
 * kustomize knows {@code docker} only.
 */
enum Engine {
  PODMAN,
  DOCKER;

  /** How users of podman and docker lead their programs to another storage or another daemon. */
  private static final List<String> SETTINGS =
      List.of(
          "CONTAINERS_CONF",
          "CONTAINERS_STORAGE_CONF",
          "CONTAINERS_REGISTRIES_CONF",
          "DOCKER_HOST",
          "BUILDAH_ISOLATION",
          "XDG_RUNTIME_DIR");

  private static final Pattern LOADED = Pattern.compile("Loaded image: (\\S+)");

  /** kpt puts its catalogue before a name without a registry. */
  private static final String NAME = "localhost/digester-under-test:1";

  private static final Map<Engine, String> IMAGES = new ConcurrentHashMap<>();

  /** The program's name. */
  String program() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A command of this program. */
  Command command(String... words) {
    return client(program()).with(words);
  }

  /** A client that starts containers by this program. */
  Command client(String... words) {
    Command command = Command.of(words).env("KPT_FN_RUNTIME", program());
    for (String setting : SETTINGS) {
      String value = System.getenv(setting);
      command = value == null ? command : command.env(setting, value);
    }
    return command;
  }

  /** A container of the image under test, with what kpt and kustomize give to one. */
  Command run(String... options) {
    List<String> usual =
        List.of("run", "--rm", "-i", "--user", "nobody", "--security-opt=no-new-privileges");
    return command(usual.toArray(String[]::new)).with(options);
  }

  /** The name of the image under test, which is loaded when it is asked for first. */
  String image() {
    return IMAGES.computeIfAbsent(this, _ -> load());
  }

  private String load() {
    Path archive = NeedsImage.FILE;
    String answer = command("load", "-i", archive.toString()).run().orFail().out();
    var loaded = LOADED.matcher(answer);
    assertThat(loaded.find()).as(answer).isTrue();
    command("tag", loaded.group(1), NAME).run().orFail();
    return NAME;
  }

  /** Where a program is missing the test is skipped or fails, as {@link NeedsProgram} says. */
  static ConditionEvaluationResult all(String name) {
    return Arrays.stream(values())
        .filter(engine -> !NeedsProgram.Condition.isInPath(engine.program()))
        .findFirst()
        .map(missing ->
            NeedsProgram.Condition.missing(name + " needs in PATH: " + missing.program()))
        .orElseGet(() -> ConditionEvaluationResult.enabled("podman and docker are there"));
  }
}
