package dev.digester.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the program does for people at a shell. */
class CommandLineIT {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "fn",
        "demo",
        "auth",
        "auth explain",
        "kustomize",
        "kustomize install-plugin",
        "completion"
      })
  void each_command_explains_its_exit_codes_and_its_environment(String command) {
    String[] words = (command + " --help").strip().split(" ");
    Outcome help = ProgramUnderTest.command(words).run().orFail();
    assertThat(help.err()).isEmpty();
    assertThat(help.out())
        .startsWith("Usage: " + ("digester " + command).strip())
        .containsPattern("(?m)^Exit codes:\n  0 +done")
        .containsPattern("(?m)^  2 +wrong usage of the command line$")
        .contains("\nEnvironment:");
  }

  @Test
  void the_help_of_the_program_names_each_command() {
    assertThat(ProgramUnderTest.command("--help").run().out())
        .contains("  fn ", "  demo ", "  auth ", "  kustomize ", "  completion ");
  }

  /** The last line of each script asks the shell what it would offer. */
  @NeedsProgram({"bash", "zsh", "fish"})
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bash|COMP_WORDS=(digester comp); COMP_CWORD=1; _complete_digester; echo $COMPREPLY|completion",
        "zsh|print -r -- $_comps[digester]|_complete_digester",
        "fish|complete -C 'digester comp'|completion"
      })
  void a_shell_learns_the_commands(String shell, String question, String offered)
      throws IOException {
    String script = ProgramUnderTest.command("completion", shell).run().orFail().out();
    Path file = Files.writeString(folder.resolve("script"), script);

    Command.of(shell, "-n", file.toString()).run().orFail();
    Outcome answer =
        Command.of(shell, "-c", "source " + file + "\n" + question).in(folder).run().orFail();

    assertThat(answer.err()).isEmpty();
    assertThat(answer.out()).contains(offered);
  }

  @Test
  void there_is_no_completion_for_other_shells() {
    Outcome outcome = ProgramUnderTest.command("completion", "csh").run();
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("bash", "zsh", "fish").hasLineCount(1);
  }
}
