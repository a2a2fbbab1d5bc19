package dev.digester;

import dev.digester.cli.Commands;
import dev.digester.cli.Flags;
import dev.digester.cli.PluginCall;
import dev.digester.cli.Usage;
import dev.digester.config.Environment;
import dev.digester.engine.FunctionName;
import dev.digester.engine.Functions;
import dev.digester.function.FunctionRun;
import dev.digester.function.PluginWire;
import dev.digester.function.Streams;
import dev.digester.process.Defect;
import dev.digester.process.Surroundings;
import dev.digester.process.Terminal;
import dev.digester.process.UsageException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out which face was asked for. The function, which orchestrators start again for every
 * package, is reached without anything that commands for people need.
 */
final class Program {
  private static final int WRONG_USAGE = 2;

  private final String name;
  private final Streams streams;

  Program(String name) {
    this.name = name;
    this.streams =
        new Streams(
            new FileInputStream(FileDescriptor.in),
            new FileOutputStream(FileDescriptor.out),
            new PrintStream(
                new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
  }

  int run(List<String> words) {
    try {
      return dispatch(words);
    } catch (UsageException e) {
      streams.err().println("digester: " + e.getMessage() + "; see digester --help");
      return WRONG_USAGE;
    } catch (RuntimeException | Error e) {
      streams.err().println(Defect.line(e));
      return FunctionRun.FAILED;
    }
  }

  private int dispatch(List<String> words) {
    Optional<FunctionName> called = FunctionName.ofProgram(name);
    if (called.isPresent()) {
      return function(called.get(), words);
    }
    if (words.isEmpty() && Terminal.STDIN.isPresent()) {
      streams.err().print(Usage.SHORT);
      return FunctionRun.DONE;
    }
    if (words.isEmpty() || Flags.isFlag(words.getFirst())) {
      return function(FunctionName.DIGESTER, words);
    }
    if (PluginCall.isMeant(words)) {
      return plugin(words);
    }
    Optional<FunctionName> named =
        words.getFirst().equals("fn") && words.size() > 1
            ? FunctionName.of(words.get(1))
            : Optional.empty();
    return named.isPresent()
        ? function(named.get(), words.subList(2, words.size()))
        : Commands.run(words, streams, surroundings());
  }

  private int function(FunctionName function, List<String> words) {
    if (words.equals(List.of("--help")) || words.equals(List.of("-h"))) {
      return Commands.run(List.of("fn", function.toString(), "--help"), streams, surroundings());
    }
    return new FunctionRun(
            Functions.of(function, Flags.parse(words), surroundings(), streams.err()),
            Flags.reader(words))
        .run(streams);
  }

  private int plugin(List<String> words) {
    Surroundings surroundings = surroundings();
    PluginWire wire = PluginCall.wire(words.getFirst(), surroundings.environment());
    Environment.Flags flags = Flags.parse(words.subList(1, words.size()));
    return new FunctionRun(
            Functions.of(FunctionName.DIGESTER, flags, surroundings, streams.err()), wire)
        .run(streams);
  }

  private static Surroundings surroundings() {
    Map<String, String> environment = System.getenv();
    return new Surroundings(
        environment,
        home(environment),
        InstantSource.system(),
        Terminal.STDOUT.isPresent(),
        Terminal.STDERR.isPresent());
  }

  /** As docker and podman do: the variable; the user's entry of the system where it is not set. */
  private static String home(Map<String, String> environment) {
    String home = environment.getOrDefault("HOME", "");
    return home.isEmpty() ? System.getProperty("user.home", "/") : home;
  }
}
