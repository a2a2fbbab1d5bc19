package dev.digester.e2e;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.demo.PublicRegistries;
import dev.digester.diff.UnifiedDiff;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The repository is a kpt package: its pipeline pins its own examples, and nothing else changes.
 */
@NeedsProgram({"kpt", "git"})
class RepositoryIT {
  private static final List<String> PINNED =
      List.of(
          "examples/batch/backup.yaml",
          "examples/batch/report.yaml",
          "examples/kustomize/redis.yaml",
          "examples/release/api.yaml",
          "examples/web/deployment.yaml");

  @TempDir private Path keys;
  @TempDir private Path clone;
  private List<String> files;

  /** What a clone would hold if this were committed. */
  @BeforeEach
  void copyWhatGitKnows() throws IOException {
    files =
        Command.of("git", "ls-files", "--cached", "--others", "--exclude-standard")
            .run()
            .orFail()
            .out()
            .lines()
            .filter(file -> Files.exists(Path.of(file)))
            .toList();
    for (String file : files) {
      Files.createDirectories(clone.resolve(file).getParent());
      Files.copy(Path.of(file), clone.resolve(file));
    }
    Files.createDirectory(clone.resolve("bin"));
    Files.copy(ProgramUnderTest.file(), clone.resolve("bin/digester"));
  }

  @Test
  void render_pins_the_examples_and_nothing_else_changes() throws Exception {
    try (PublicRegistries registries = PublicRegistries.start(keys)) {
      command(registries, "kpt", "fn", "render", "--allow-exec").run().orFail();
    }
    assertThat(changed()).containsExactlyElementsOf(PINNED);
    for (String name : new String[] {"batch", "release", "web"}) {
      Path folder = Path.of("examples", name);
      assertThat(diff(folder)).isEqualTo(Files.readString(folder.resolve("expected.diff")));
    }
  }

  @Test
  void eval_pins_the_examples_and_nothing_else_changes() throws Exception {
    try (PublicRegistries registries = PublicRegistries.start(keys)) {
      command(registries, "kpt", "fn", "eval", ".", "--exec", "digester").run().orFail();
    }
    assertThat(changed()).containsExactlyElementsOf(PINNED);
    assertThat(diff(Path.of("examples", "web")))
        .isEqualTo(Files.readString(Path.of("examples", "web", "expected.diff")));
  }

  @Test
  void the_configuration_file_of_the_repository_configures_it() throws Exception {
    try (PublicRegistries registries = PublicRegistries.start(keys)) {
      command(registries, "kpt", "fn", "eval", ".", "--exec", "digester")
          .with("--fn-config", "fn-config.yaml")
          .run()
          .orFail();
    }
    assertThat(changed()).containsExactlyElementsOf(PINNED);
  }

  private Command command(PublicRegistries registries, String... words) {
    return new Workspace(clone, registries).command(words);
  }

  private List<String> changed() {
    return files.stream()
        .filter(file -> !text(Path.of(file)).equals(text(clone.resolve(file))))
        .sorted()
        .toList();
  }

  private String diff(Path folder) {
    return files.stream()
        .filter(file -> Path.of(file).startsWith(folder))
        .sorted()
        .map(file ->
            UnifiedDiff.of(
                folder.relativize(Path.of(file)).toString(),
                text(Path.of(file)),
                text(clone.resolve(file))))
        .collect(joining());
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
