package dev.digester.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Measures the readers of YAML and prints them as a table; bench/readers starts it. */
public final class Readers {
  private static final String WORKLOAD = "5,000 pinned resources";
  private static final Path FOLDER = Path.of("target/bench");
  private static final Path REPORT = Path.of("docs/benchmarks.md");
  private static final String BEGIN = "<!-- written by bench/readers -->\n";
  private static final String END = "<!-- end of readers -->\n";

  /** A process is started for each. */
  private static final int COLD_RUNS = 15;

  /** The parser beside ours; its first times are its warm-up. */
  private static final int PARSES = 30;

  private final Path file;
  private final long size;
  private final List<String> rows = new ArrayList<>();

  private Readers(Path file) throws IOException {
    this.file = file;
    this.size = Files.size(file);
  }

  public static void main(String[] args) throws Exception {
    Workload workload =
        Workload.all("").stream().filter(w -> w.name().equals(WORKLOAD)).findFirst().orElseThrow();
    Readers readers = new Readers(workload.writeTo(Files.createDirectories(FOLDER)));
    readers.warm();
    readers.cold();
    readers.rapidyaml();
    String table = readers.table();
    System.out.print(table);
    if (List.of(args).contains("--write")) {
      write(table);
    }
  }

  private void warm() throws Exception {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(ReaderBenchmark.class.getName())
                    .param("file", file.toString())
                    .addProfiler(GCProfiler.class)
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run();
    for (RunResult result : results) {
      double micros = result.getPrimaryResult().getScore();
      double bytes = result.getSecondaryResults().get("gc.alloc.rate.norm").getScore();
      row(
          result.getParams().getParam("reader").toLowerCase(Locale.ROOT) + ", JVM, warm",
          micros,
          "%.2f".formatted(bytes / size));
    }
  }

  private void cold() throws IOException, InterruptedException {
    String home = System.getenv("GRAALVM_HOME");
    if (home == null) {
      System.err.println("GRAALVM_HOME is not set: no figures of a native executable");
      return;
    }
    Path program = FOLDER.resolve("cold-reader").toAbsolutePath();
    output(
        List.of(
            home + "/bin/native-image",
            "-Os",
            "-march=x86-64-v2",
            "--gc=serial",
            "-cp",
            System.getProperty("java.class.path"),
            "-o",
            program.toString(),
            "dev.digester.bench.ColdReader"));
    for (String reader : List.of("FAST", "ENGINE")) {
      List<Double> micros = new ArrayList<>();
      for (int i = 0; i < COLD_RUNS; i++) {
        List<String> command = List.of(program.toString(), file.toString(), reader);
        micros.add(Double.valueOf(output(command).getLast()));
      }
      row(reader.toLowerCase(Locale.ROOT) + ", native, cold", median(micros), "");
    }
  }

  private void rapidyaml() throws IOException, InterruptedException {
    String python = System.getenv().getOrDefault("PYTHON", "python3");
    List<String> lines =
        output(List.of(python, "bench/rapidyaml.py", file.toString(), String.valueOf(PARSES)));
    if (!lines.isEmpty()) {
      row("rapidyaml, warm", median(lines.stream().map(Double::valueOf).toList()), "");
      row("rapidyaml, cold", Double.parseDouble(lines.getFirst()), "");
    }
  }

  private void row(String name, double micros, String allocated) {
    rows.add(
        String.format(
            Locale.ROOT,
            "| %s | %.1f | %.1f | %s |",
            name,
            micros / 1e3,
            size / micros,
            allocated));
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }

  private static List<String> output(List<String> command)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    List<String> lines = new String(process.getInputStream().readAllBytes()).lines().toList();
    return process.waitFor() == 0 ? lines : List.of();
  }

  private String table() {
    return """
    %s, %d cores, Java %s, %,d bytes.

    | reader | ms | MB/s | bytes allocated for each byte of input |
    |---|---:|---:|---:|
    %s
    """
        .formatted(
            LocalDate.now(),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("java.version"),
            size,
            String.join("\n", rows));
  }

  private static void write(String table) throws IOException {
    String old = Files.readString(REPORT);
    Files.writeString(
        REPORT,
        old.substring(0, old.indexOf(BEGIN) + BEGIN.length())
            + "\n"
            + table
            + "\n"
            + old.substring(old.indexOf(END)));
  }
}
