package dev.digester.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;

/**
 * One run of a credential helper, {@code docker-credential-NAME get}: the registry on its standard
 * input, JSON on its standard output (https://github.com/docker/docker-credential-helpers).
 *
 * @param file the executable file
 * @param variables its whole environment
 * @param limit how long it may take before it is stopped
 */
record HelperProgram(Path file, Map<String, String> variables, Duration limit) {

  /**
   * Bytes of an answer that are read; real ones are a few hundred, tokens of clouds a few thousand.
   */
  private static final int MAX_ANSWER = 64 * 1024;

  /** What it wrote; a failure is told by the exit code only, since its words may hold secrets. */
  sealed interface Outcome {
    record Ended(int exitCode, String output, String errors) implements Outcome {
      @Override
      public String toString() {
        return "Ended[" + exitCode + "]";
      }
    }

    record TimedOut() implements Outcome {}

    record WroteTooMuch() implements Outcome {}

    record NotStarted() implements Outcome {}
  }

  /**
   * Runs the program to its end.
   *
   * @throws InterruptedException if the thread is interrupted; the program is stopped
   */
  Outcome run(String serverUrl) throws InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(List.of(file.toString(), "get"));
    builder.environment().clear();
    builder.environment().putAll(variables);
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      return new Outcome.NotStarted();
    }
    try {
      return talk(process, serverUrl);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private Outcome talk(Process process, String serverUrl) throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    FutureTask<byte[]> output = reading(process.getInputStream());
    FutureTask<byte[]> errors = reading(process.getErrorStream());
    ask(process, serverUrl);
    try {
      if (!process.waitFor(deadline - System.nanoTime(), NANOSECONDS)) {
        return new Outcome.TimedOut();
      }
      byte[] written = output.get(deadline - System.nanoTime(), NANOSECONDS);
      byte[] complaints = errors.get(deadline - System.nanoTime(), NANOSECONDS);
      if (written.length > MAX_ANSWER) {
        return new Outcome.WroteTooMuch();
      }
      return new Outcome.Ended(
          process.exitValue(), new String(written, UTF_8), new String(complaints, UTF_8));
    } catch (TimeoutException e) {
      return new Outcome.TimedOut();
    } catch (ExecutionException e) {
      throw new IllegalStateException("reading a pipe", e);
    }
  }

  /** A program that does not want to know the registry may have ended already. */
  private static void ask(Process process, String serverUrl) {
    try (OutputStream input = process.getOutputStream()) {
      input.write(serverUrl.getBytes(UTF_8));
    } catch (IOException e) {
      // What it says and how it ends tells more than the broken pipe.
    }
  }

  /** Both pipes are emptied at once, or the program would wait for the one that is not read. */
  private static FutureTask<byte[]> reading(InputStream pipe) {
    FutureTask<byte[]> task =
        new FutureTask<>(() -> {
          // Closing the pipe ends a program that would go on writing.
          try (pipe) {
            return pipe.readNBytes(MAX_ANSWER + 1);
          } catch (IOException e) {
            return new byte[0];
          }
        });
    // A pipe that a child of the helper keeps open would block the carrier of a virtual thread.
    Thread.ofPlatform().daemon().name("credential helper").start(task);
    return task;
  }
}
