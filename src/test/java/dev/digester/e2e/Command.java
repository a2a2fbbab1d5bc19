package dev.digester.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A command line with its directory and its environment. The environment is small and known: PATH,
 * JAVA_HOME, an empty HOME, and what the test adds; no one's own credentials or settings reach the
 * process.
 *
 * @param words the program and its arguments
 * @param folder the working directory
 * @param environment what the process sees beyond PATH, JAVA_HOME and HOME
 */
record Command(List<String> words, Path folder, Map<String, String> environment) {
  /** A process that takes longer hangs: the slowest, kpt on a busy machine, takes a tenth of it. */
  private static final Duration LIMIT = Duration.ofMinutes(2);

  Command {
    words = List.copyOf(words);
    environment = Map.copyOf(environment);
  }

  static Command of(String... words) {
    return new Command(List.of(words), Path.of("").toAbsolutePath(), Map.of());
  }

  Command in(Path other) {
    return new Command(words, other, environment);
  }

  Command with(String... more) {
    return new Command(
        Stream.concat(words.stream(), Stream.of(more)).toList(), folder, environment);
  }

  Command env(String name, String value) {
    Map<String, String> more = new TreeMap<>(environment);
    more.put(name, value);
    return new Command(words, folder, more);
  }

  Outcome run(String input) {
    return run(input.getBytes(UTF_8));
  }

  Outcome run(byte[] input) {
    return start(input).outcome();
  }

  Outcome run() {
    return run(new byte[0]);
  }

  /** Starts the process, writes the input to it, and leaves it running. */
  Running start(byte[] input) {
    ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
    builder.environment().keySet().retainAll(List.of("PATH", "JAVA_HOME"));
    builder.environment().put("HOME", emptyHome().toString());
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      Running running =
          new Running(
              process, readAll(process, true), readAll(process, false), new String(input, UTF_8));
      write(process, input);
      return running;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + words, e);
    }
  }

  private static Path emptyHome() {
    try {
      return Files.createDirectories(Path.of("target", "e2e-home").toAbsolutePath());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CompletableFuture<String> readAll(Process process, boolean standardOutput) {
    CompletableFuture<String> all = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(() -> {
          try {
            var stream = standardOutput ? process.getInputStream() : process.getErrorStream();
            all.complete(new String(stream.readAllBytes(), UTF_8));
          } catch (IOException e) {
            all.completeExceptionally(e);
          }
        });
    return all;
  }

  private static void write(Process process, byte[] input) {
    try (OutputStream stdin = process.getOutputStream()) {
      stdin.write(input);
    } catch (IOException e) {
      // A process may end without reading its input.
    }
  }

  /**
   * A process that was started.
   *
   * @param process the process itself
   * @param out its whole standard output, once it has ended
   * @param err its whole standard error, once it has ended
   * @param input what it got on its standard input
   */
  record Running(
      Process process, CompletableFuture<String> out, CompletableFuture<String> err, String input) {
    /** What came of it; fails where it wrote a secret. */
    Outcome outcome() {
      try {
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
          process.destroyForcibly();
          throw new AssertionError(process.info() + " had not ended after " + LIMIT);
        }
        Outcome outcome = new Outcome(process.exitValue(), out.join(), err.join());
        Secrets.searchIn(outcome, input);
        return outcome;
      } catch (InterruptedException e) {
        process.destroyForcibly();
        throw new IllegalStateException(e);
      }
    }
  }
}
