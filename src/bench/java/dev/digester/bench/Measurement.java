package dev.digester.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs programs and takes their figures, with the registry's counts. */
final class Measurement {
  /**
   * A program that takes longer than this for one run, in milliseconds, is not run again on that
   * workload.
   */
  private static final double PATIENCE_MS = 20_000;

  private static final int NO_OUTPUT = -1;

  private final DelayedRegistry registry;
  private final Path folder;
  private final int runs;

  Measurement(DelayedRegistry registry, Path folder, int runs) {
    this.registry = registry;
    this.folder = folder;
    this.runs = runs;
  }

  Row measure(Workload workload, Path input, String program, String command) throws Exception {
    List<Row.Sample> samples = new ArrayList<>();
    do {
      samples.add(run(input, command));
    } while (samples.size() < runs
        && samples.getLast().exitCode() == 0
        && samples.getLast().wallMs() < PATIENCE_MS);
    return new Row(workload.name(), program, samples);
  }

  private Row.Sample run(Path input, String command) throws IOException, InterruptedException {
    registry.reset();
    Process measure =
        new ProcessBuilder(
                "python3",
                "-I",
                "-S",
                "bench/measure.py",
                input.toString(),
                output().toString(),
                errors().toString(),
                command)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String line =
        new String(measure.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
    if (measure.waitFor() != 0) {
      throw new IOException("cannot run: " + command);
    }
    String[] figures = line.split(" ", -1);
    DelayedRegistry.Count count = registry.count();
    long end = Long.parseLong(figures[4]);
    return new Row.Sample(
        exitCode(Integer.parseInt(figures[0])),
        Long.parseLong(figures[1]) / 1e3,
        Long.parseLong(figures[2]) / 1e3,
        Long.parseLong(figures[3]) / 1024.0,
        count.first() == 0 ? 0 : (end - count.first()) / 1e6,
        count.requests(),
        count.peak());
  }

  /** A program that says that all is well without having written anything did not do the work. */
  private int exitCode(int said) throws IOException {
    return said == 0 && Files.size(output()) == 0 ? NO_OUTPUT : said;
  }

  private Path output() {
    return folder.resolve("stdout");
  }

  private Path errors() {
    return folder.resolve("stderr");
  }

  /** The first line that the last run wrote to its standard error. */
  String firstError() throws IOException {
    return Files.readString(errors()).lines().findFirst().orElse("nothing on stderr");
  }
}
