package dev.digester.cli;

import dev.digester.function.Streams;
import dev.digester.process.Surroundings;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;

/** The command line for people, on picocli. */
public final class Commands {
  private Commands() {}

  /**
   * Runs a command.
   *
   * @return the exit code: 2 where the command line is wrong, 1 where what it says cannot be
   *     written
   */
  public static int run(List<String> words, Streams streams, Surroundings surroundings) {
    PrintStream out = new PrintStream(streams.out(), true, StandardCharsets.UTF_8);
    CommandLine line =
        new CommandLine(new RootCommand())
            .addSubcommand(new FunctionCommand(streams, surroundings))
            .addSubcommand(new PinCommand(streams, surroundings))
            .addSubcommand(new ResolveCommand(streams, surroundings))
            .addSubcommand(new ListCommand(streams, surroundings))
            .addSubcommand(new DigestCommand(streams, surroundings))
            .addSubcommand(new DemoCommand(out, streams.err(), surroundings))
            .addSubcommand(
                new CommandLine(new AuthCommand())
                    .addSubcommand(new AuthExplainCommand(out, surroundings)))
            .addSubcommand(
                new CommandLine(new KustomizeCommand())
                    .addSubcommand(new InstallPluginCommand(out, streams.err(), surroundings)))
            .addSubcommand(new CompletionCommand(out))
            .addSubcommand(new VersionCommand(out))
            .addSubcommand(new CommandLine.HelpCommand());
    line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(streams.err(), true, StandardCharsets.UTF_8));
    line.setUsageHelpAutoWidth(true);
    line.setParameterExceptionHandler(Commands::wrongUsage);
    line.setExecutionExceptionHandler((failure, command, parsed) -> {
      throw failure;
    });
    int code = line.execute(words.toArray(String[]::new));
    line.getOut().flush();
    if (out.checkError()) {
      streams.err().println("digester: cannot write standard output");
      return CommandLine.ExitCode.SOFTWARE;
    }
    return code;
  }

  private static int wrongUsage(CommandLine.ParameterException e, String[] words) {
    CommandLine command = e.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    command
        .getErr()
        .println("digester: %s; see %s --help".formatted(message(e, command, words), name));
    return CommandLine.ExitCode.USAGE;
  }

  private static String message(
      CommandLine.ParameterException e, CommandLine command, String[] words) {
    boolean unknown =
        e instanceof CommandLine.UnmatchedArgumentException
            && command.getParent() == null
            && !words[0].startsWith("-");
    if (!unknown) {
      return String.valueOf(e.getMessage());
    }
    String problem = "there is no command '" + words[0] + "'";
    return Suggestion.of(words[0], command.getSubcommands().keySet())
        .map(meant -> problem + "; did you mean '" + meant + "'?")
        .orElse(problem);
  }
}
