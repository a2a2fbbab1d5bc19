package dev.digester.cli;

import dev.digester.config.Environment;
import dev.digester.demo.Demo;
import dev.digester.engine.FunctionName;
import dev.digester.engine.Functions;
import dev.digester.function.FunctionRun;
import dev.digester.function.Streams;
import dev.digester.process.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code digester demo}: the function on examples, against a registry inside the program. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Pins example manifests against a registry inside the program and shows what would change.",
      "It needs no network and writes no file."
    },
    exitCodeListHeading = RootCommand.EXIT_CODES,
    exitCodeList = {RootCommand.DONE, RootCommand.FAILED, RootCommand.USAGE},
    footer = {"", "Environment: NO_COLOR switches colours off."})
final class DemoCommand implements Callable<Integer> {
  private final PrintStream out;
  private final PrintStream err;
  private final Surroundings surroundings;

  DemoCommand(PrintStream out, PrintStream err, Surroundings surroundings) {
    this.out = out;
    this.err = err;
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    boolean coloured =
        surroundings.outputTerminal()
            && surroundings.environment().getOrDefault("NO_COLOR", "").isEmpty();
    return new Demo(this::pin, Path.of("examples"), coloured).run(out, err);
  }

  private int pin(byte[] resourceList, OutputStream output, PrintStream problems) {
    Streams streams = new Streams(new ByteArrayInputStream(resourceList), output, problems);
    return new FunctionRun(
            Functions.of(FunctionName.DIGESTER, Environment.Flags.NONE, surroundings, problems))
        .run(streams);
  }
}
