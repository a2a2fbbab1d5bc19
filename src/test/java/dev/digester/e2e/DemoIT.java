package dev.digester.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoIT {
  private static final Path EXAMPLES = Path.of("examples");

  @Test
  void the_demo_shows_what_the_examples_expect_and_changes_no_file() throws IOException {
    Map<Path, String> before = files();

    Outcome demo = ProgramUnderTest.command("demo").run().orFail();

    assertThat(demo.err()).isEmpty();
    for (String example : new String[] {"web", "batch"}) {
      String expected =
          Files.readString(EXAMPLES.resolve(example).resolve("expected.diff"))
              .replace("--- a/", "--- a/examples/" + example + "/")
              .replace("+++ b/", "+++ b/examples/" + example + "/");
      assertThat(demo.out()).contains(expected);
    }
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void each_pinned_field_has_its_result_and_nothing_else_has_one() {
    Outcome demo = ProgramUnderTest.command("demo").run().orFail();

    assertThat(demo.out().lines().filter(line -> line.startsWith("  [")))
        .hasSize(14)
        .startsWith("  [info]: 13 pinned, 1 skipped, 1 had a digest; 11 lookups")
        .allMatch(line ->
            line.startsWith("  [info]")
                && (line.contains(": pinned ") || line.contains("13 pinned")))
        .contains(
            "  [info] apps/v1/StatefulSet/redis spec.template.spec.containers[0].image: pinned"
                + " redis:7.4 to"
                + " sha256:cc9bb85d0a0381efc3bfa00b48d9aef5fa13248d4ea5adeb8623938a01795478");
  }

  @Test
  void anywhere_else_the_program_shows_the_examples_that_it_carries(@TempDir Path elsewhere) {
    Outcome here = ProgramUnderTest.command("demo").run().orFail();
    Outcome there = ProgramUnderTest.command("demo").in(elsewhere).run().orFail();

    assertThat(there.out()).isEqualTo(here.out());
    assertThat(elsewhere).isEmptyDirectory();
  }

  @Test
  void what_does_not_go_to_a_terminal_has_no_colours() {
    assertThat(ProgramUnderTest.command("demo").run().out()).doesNotContain("\u001b");
  }

  private static Map<Path, String> files() throws IOException {
    Map<Path, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(EXAMPLES).filter(Files::isRegularFile)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        files.put(path, Files.readString(path));
      }
    }
    return files;
  }
}
