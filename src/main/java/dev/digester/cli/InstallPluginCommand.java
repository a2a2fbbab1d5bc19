package dev.digester.cli;

import dev.digester.process.ProgramFile;
import dev.digester.process.Surroundings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code digester kustomize install-plugin}. */
@Command(
    name = "install-plugin",
    mixinStandardHelpOptions = true,
    description = {
      "Links the program to where kustomize looks for the plugins of its configurations, so that"
          + " kubectl kustomize --enable-alpha-plugins runs it, and prints the links.",
      "A link that is there is replaced; a file is not."
    },
    exitCodeListHeading = RootCommand.EXIT_CODES,
    exitCodeList = {
      RootCommand.DONE,
      "1:a link cannot be made, or a file is in its place",
      RootCommand.USAGE
    },
    footer = {
      "",
      "Environment:",
      "  KUSTOMIZE_PLUGIN_HOME    the directory of the plugins",
      "  XDG_CONFIG_HOME          without it: kustomize/plugin below this directory, which is ~/.config by default"
    })
final class InstallPluginCommand implements Callable<Integer> {
  private static final int FAILED = 1;

  private final PrintStream out;
  private final PrintStream err;
  private final Surroundings surroundings;

  InstallPluginCommand(PrintStream out, PrintStream err, Surroundings surroundings) {
    this.out = out;
    this.err = err;
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    PluginLinks links =
        new PluginLinks(PluginLinks.home(surroundings.environment(), surroundings.home()));
    for (Path blocked : links.blocked()) {
      err.println(
          "error: " + blocked + " is there and is not a link: remove it, or keep what it does");
    }
    if (!links.blocked().isEmpty()) {
      return FAILED;
    }
    try {
      links.pointTo(ProgramFile.current()).forEach(out::println);
      return 0;
    } catch (IOException e) {
      err.println("error: cannot link the program into " + links.home() + ": " + reason(e));
      return FAILED;
    }
  }

  private static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException _ -> "permission denied";
      case FileAlreadyExistsException there -> there.getFile() + " is not a directory";
      default -> "the file system refuses it";
    };
  }
}
