package dev.digester.cli;

import java.io.PrintStream;
import java.util.Locale;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code digester completion SHELL}. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    description = {
      "Prints a script that teaches a shell the commands of digester.",
      "bash: source <(digester completion bash)",
      "zsh:  source <(digester completion zsh)",
      "fish: digester completion fish | source"
    },
    exitCodeListHeading = RootCommand.EXIT_CODES,
    exitCodeList = {RootCommand.DONE, RootCommand.USAGE},
    footer = {"", "Environment: none."})
final class CompletionCommand implements Runnable {
  /** The shells that a script can be had for. */
  enum Shell {
    BASH,
    ZSH,
    FISH;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final PrintStream out;

  @Spec CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}")
  Shell shell = Shell.BASH;

  CompletionCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public void run() {
    CommandLine program = spec.root().commandLine();
    // picocli's script for bash makes zsh understand it.
    out.print(
        switch (shell) {
          case BASH, ZSH -> AutoComplete.bash(spec.root().name(), program);
          case FISH -> FishCompletion.of(spec.root());
        });
  }
}
