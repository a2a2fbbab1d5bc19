package dev.digester.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code digester kustomize}: the family of commands about kustomize. */
@Command(
    name = "kustomize",
    mixinStandardHelpOptions = true,
    description = "Makes digester a plugin of kustomize.",
    exitCodeListHeading = RootCommand.EXIT_CODES,
    exitCodeList = {RootCommand.DONE, RootCommand.FAILED, RootCommand.USAGE},
    footer = {"", "Environment: see digester kustomize install-plugin --help."})
final class KustomizeCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing: install-plugin");
  }
}
