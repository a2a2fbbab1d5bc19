package dev.digester.cli;

import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** A script for fish (https://fishshell.com/docs/current/completions.html); picocli has none. */
final class FishCompletion {
  private final String program;
  private final StringJoiner lines = new StringJoiner("\n", "", "\n");

  private FishCompletion(String program) {
    this.program = program;
  }

  static String of(CommandSpec root) {
    FishCompletion script = new FishCompletion(root.name());
    script.lines.add("complete -c " + root.name() + " -f");
    script.add(root, "__fish_use_subcommand");
    return script.lines.toString();
  }

  private void add(CommandSpec command, String condition) {
    for (CommandLine line : command.subcommands().values()) {
      CommandSpec sub = line.getCommandSpec();
      complete(condition, "-a " + sub.name(), sub.usageMessage().description());
      add(sub, "__fish_seen_subcommand_from " + sub.name());
    }
    command.positionalParameters().stream()
        .flatMap(parameter -> candidates(parameter.completionCandidates()))
        .forEach(word -> complete(condition, "-a " + word));
    command.options().forEach(option -> complete(condition, names(option), option.description()));
  }

  private static Stream<String> candidates(@Nullable Iterable<String> words) {
    return words == null ? Stream.empty() : StreamSupport.stream(words.spliterator(), false);
  }

  private static String names(OptionSpec option) {
    StringJoiner names = new StringJoiner(" ");
    for (String name : option.names()) {
      names.add(name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1));
    }
    return names.toString();
  }

  private void complete(String condition, String what, String... description) {
    String first = List.of(description).stream().findFirst().orElse("");
    lines.add(
        "complete -c %s -n '%s' %s%s"
            .formatted(program, condition, what, first.isEmpty() ? "" : " -d " + quoted(first)));
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
