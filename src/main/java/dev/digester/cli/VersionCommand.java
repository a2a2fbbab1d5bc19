package dev.digester.cli;

import dev.digester.process.Version;
import dev.digester.report.JsonWriter;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code digester version}. */
@Command(
    name = "version",
    mixinStandardHelpOptions = true,
    description = "Prints the version.",
    footerHeading = "%nExamples:%n",
    footer = {"  digester version", "  digester version -o json"})
final class VersionCommand implements Callable<Integer> {
  private final PrintStream out;

  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      description = "json")
  String output = "";

  VersionCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    if (!List.of("", "json").contains(output)) {
      throw new ParameterException(spec.commandLine(), "unknown output '" + output + "'");
    }
    String version = Version.number();
    out.print(
        output.isEmpty()
            ? "digester " + version + "\n"
            : JsonWriter.object(json -> json.member("version", version)));
    return 0;
  }
}
