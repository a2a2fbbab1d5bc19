package dev.digester.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.demo.PublicRegistries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every fenced block of shell in the documentation is run, line by line, as a reader would. */
class DocumentationIT {
  private static final Pattern SHELL = Pattern.compile("(?ms)^```sh\\n(.*?)^```$");

  /**
   * Builds of the product, whose tests these are, and measurements, which are run by themselves.
   */
  private static final Pattern NOT_HERE = Pattern.compile("(\\./mvnw|mvn|bench/\\w+|\\.ci/)\\b.*");

  @TempDir Path keys;
  @TempDir Path clone;

  @NeedsProgram({"kpt", "kustomize"})
  @Test
  void every_command_of_the_documentation_runs() throws Exception {
    try (PublicRegistries registries = PublicRegistries.start(keys)) {
      Workspace workspace = Workspace.in(clone, registries);
      List<String> commands = new ArrayList<>();
      for (Path file : documents()) {
        commands.addAll(commands(Files.readString(file)));
      }
      for (String command : commands) {
        if (!NOT_HERE.matcher(command).matches()) {
          Outcome outcome = run(workspace, command);
          assertThat(outcome.exitCode()).as(command + "\n" + outcome.err()).isZero();
        }
      }
      assertThat(commands).contains("target/digester demo", "./mvnw verify");
    }
  }

  @Test
  void the_first_two_blocks_of_the_readme_build_show_and_test() throws IOException {
    List<String> blocks = blocks(Files.readString(Path.of("README.md")));

    assertThat(blocks.get(0))
        .isEqualTo("./mvnw -q -Dmaven.test.skip=true package\ntarget/digester demo\n");
    assertThat(blocks.get(1)).isEqualTo("./mvnw verify\n");
  }

  private static Outcome run(Workspace workspace, String command) {
    return workspace
        .command("sh", "-c", command)
        .env("HOME", workspace.folder().resolve("home").toString())
        .run();
  }

  private static List<Path> documents() throws IOException {
    List<Path> documents = new ArrayList<>(List.of(Path.of("README.md")));
    for (String folder : new String[] {"docs", "examples"}) {
      try (Stream<Path> paths = Files.walk(Path.of(folder)).sorted()) {
        paths.filter(path -> path.toString().endsWith(".md")).forEach(documents::add);
      }
    }
    return documents;
  }

  private static List<String> blocks(String markdown) {
    return SHELL.matcher(markdown).results().map(match -> match.group(1)).toList();
  }

  /** One command a line; a backslash joins lines. */
  private static List<String> commands(String markdown) {
    return blocks(markdown).stream()
        .flatMap(block -> block.replace("\\\n", " ").lines())
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .toList();
  }
}
