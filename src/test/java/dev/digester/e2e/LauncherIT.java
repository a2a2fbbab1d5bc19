package dev.digester.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program is one file that runs from anywhere, under any name. */
class LauncherIT {
  private static final String EMPTY_LIST =
      "apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems: []\n";

  @TempDir private Path folder;

  @Test
  void it_runs_in_any_directory() {
    assertRuns(ProgramUnderTest.command().in(folder));
  }

  @Test
  void it_runs_through_a_symbolic_link() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), ProgramUnderTest.file());
    assertRuns(Command.of(link.toString()).in(folder));
  }

  @Test
  void it_runs_where_it_was_copied_to() throws IOException {
    Path copy = Files.createDirectory(folder.resolve("a directory with ü")).resolve("digester");
    Files.copy(ProgramUnderTest.file(), copy, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
    assertRuns(Command.of(copy.toString()));
  }

  @Test
  void it_is_found_in_path_by_its_name() throws IOException {
    Files.createSymbolicLink(folder.resolve("digester"), ProgramUnderTest.file());
    String path = folder + ":" + System.getenv("PATH");
    assertRuns(Command.of("sh", "-c", "digester").env("PATH", path));
  }

  @Test
  void settings_for_other_java_programs_do_not_reach_its_output() {
    assertRuns(
        ProgramUnderTest.command()
            .env("JAVA_TOOL_OPTIONS", "-Dx=y")
            .env("JDK_JAVA_OPTIONS", "-Dx=y"));
  }

  @Test
  void an_older_java_home_is_passed_over() {
    assertRuns(ProgramUnderTest.command().env("JAVA_HOME", folder.toString()));
  }

  private static void assertRuns(Command command) {
    Outcome outcome = command.run(EMPTY_LIST);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).isEqualTo(EMPTY_LIST);
    assertThat(outcome.exitCode()).isZero();
  }
}
