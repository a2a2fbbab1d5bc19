package dev.digester.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code digester auth}: the family of commands about credentials. */
@Command(
    name = "auth",
    mixinStandardHelpOptions = true,
    description = "Tells about credentials for registries; never shows a secret.",
    exitCodeListHeading = RootCommand.EXIT_CODES,
    exitCodeList = {RootCommand.DONE, RootCommand.FAILED, RootCommand.USAGE},
    footer = {"", "Environment: see digester --help."})
final class AuthCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing: explain");
  }
}
