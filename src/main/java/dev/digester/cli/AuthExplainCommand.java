package dev.digester.cli;

import dev.digester.credentials.Explanation;
import dev.digester.engine.UserCredentials;
import dev.digester.process.Surroundings;
import dev.digester.reference.ImageReference;
import dev.digester.reference.InvalidReferenceException;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code digester auth explain IMAGE}. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = {
      "Prints which credentials would be used for an image, and every place where they were looked for.",
      "It may show a user name, and never shows a secret. It asks no registry and no cloud; it runs credential helpers."
    },
    exitCodeListHeading = RootCommand.EXIT_CODES,
    exitCodeList = {"0:done, whether or not there are credentials", RootCommand.USAGE},
    footer = {"", "Environment: see digester --help."})
final class AuthExplainCommand implements Callable<Integer> {
  private final PrintStream out;
  private final Surroundings surroundings;

  @Spec CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "IMAGE",
      description = "a reference as in a manifest: ghcr.io/example/app:1.0")
  String image = "";

  AuthExplainCommand(PrintStream out, Surroundings surroundings) {
    this.out = out;
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    ImageReference reference = reference();
    Explanation explanation =
        UserCredentials.of(surroundings).explain(reference.host(), reference.repository());
    explanation.lines().forEach(out::println);
    return 0;
  }

  private ImageReference reference() {
    try {
      return ImageReference.parse(image);
    } catch (InvalidReferenceException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }
}
