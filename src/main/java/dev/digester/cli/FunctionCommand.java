package dev.digester.cli;

import dev.digester.engine.FunctionName;
import dev.digester.engine.Functions;
import dev.digester.function.FunctionRun;
import dev.digester.function.Streams;
import dev.digester.process.Surroundings;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code digester fn NAME}, where it is called with something that needs explaining. */
@Command(
    name = "fn",
    mixinStandardHelpOptions = true,
    description =
        "Runs a KRM function: reads a ResourceList from standard input, writes it to standard output.",
    exitCodeListHeading = RootCommand.EXIT_CODES,
    exitCodeList = {RootCommand.DONE, RootCommand.FAILED, RootCommand.USAGE},
    footer = {
      "",
      "The functions but digester never look anything up. They also run under their own name: a link to the program"
          + " that is called apply-setters is that function.",
      "Environment: see digester --help."
    })
final class FunctionCommand implements Callable<Integer> {
  private final Streams streams;
  private final Surroundings surroundings;

  @Spec CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      paramLabel = "NAME",
      description = "digester, apply-setters, create-setters, list-setters or set-image")
  String name = "";

  @Parameters(
      index = "1..*",
      paramLabel = "FLAG",
      description = "flags of the function",
      hidden = true)
  List<String> flags = List.of();

  FunctionCommand(Streams streams, Surroundings surroundings) {
    this.streams = streams;
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    FunctionName function =
        FunctionName.of(name)
            .orElseThrow(() ->
                new ParameterException(spec.commandLine(), "there is no function '" + name + "'"));
    return new FunctionRun(
            Functions.of(function, Flags.parse(flags), surroundings, streams.err()),
            Flags.reader(flags))
        .run(streams);
  }
}
