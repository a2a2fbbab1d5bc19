package dev.digester.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The table of all rows, as Markdown that can be read back for comparison. */
final class Report {
  private static final Path FILE = Path.of("docs/benchmarks.md");
  private static final String HEADER =
      """
      | workload | program | wall, ms | CPU, ms | peak, MiB | first request to exit, ms | requests | at once | CPU, ratio | memory, ratio |
      |---|---|---:|---:|---:|---:|---:|---:|---:|---:|
      """;

  private final List<String> lines = new ArrayList<>();
  private final Map<String, Row> first = new HashMap<>();
  private final Map<String, Double> last = lastCpu();

  /** Adds a row; ratios are to the first program that was measured on the same workload. */
  String add(Row row) {
    Row base = first.computeIfAbsent(row.workload(), name -> row);
    String line =
        row.failed()
            ? "| %s | %s | exit code %d | | | | %d | %d | | |"
                .formatted(
                    row.workload(),
                    row.program(),
                    row.samples().getLast().exitCode(),
                    row.requests(),
                    row.atOnce())
            : "| %s | %s | %s | %s | %s | %s | %d | %d | %s | %s |"
                .formatted(
                    row.workload(),
                    row.program(),
                    row.figures(Row.Sample::wallMs),
                    row.figures(Row.Sample::cpuMs),
                    row.figures(Row.Sample::peakMib),
                    row.requests() == 0 ? "" : row.figures(Row.Sample::lookUpMs),
                    row.requests(),
                    row.atOnce(),
                    ratio(row, base, Row.Sample::cpuMs),
                    ratio(row, base, Row.Sample::peakMib));
    lines.add(line);
    return line;
  }

  private static String ratio(Row row, Row base, ToDoubleFunction<Row.Sample> of) {
    return base.failed()
        ? ""
        : String.format(Locale.ROOT, "%.2f", row.median(of) / base.median(of));
  }

  String header() {
    return HEADER;
  }

  /** How CPU changed since the report that is in the tree; empty where the row is new. */
  String change(Row row) {
    Double before = last.get(key(row.workload(), row.program()));
    if (before == null || row.failed()) {
      return "";
    }
    return String.format(
        Locale.ROOT,
        "  CPU %.2f times the last report's %s ms",
        row.median(Row.Sample::cpuMs) / before,
        Row.number(before));
  }

  void write(int runs, int delayMs) throws IOException {
    String old = Files.readString(FILE);
    String begin = "<!-- written by bench/run -->\n";
    String end = "<!-- end -->\n";
    String text =
        "%s, %s, %d runs, registry %d ms away.\n\n%s%s\n"
            .formatted(LocalDate.now(), machine(), runs, delayMs, HEADER, String.join("\n", lines));
    Files.writeString(
        FILE,
        old.substring(0, old.indexOf(begin) + begin.length())
            + "\n"
            + text
            + "\n"
            + old.substring(old.indexOf(end)));
  }

  private static String machine() throws IOException {
    String model =
        Files.readString(Path.of("/proc/cpuinfo"))
            .lines()
            .filter(line -> line.startsWith("model name"))
            .map(line -> line.substring(line.indexOf(':') + 1).strip())
            .findFirst()
            .orElse(System.getProperty("os.arch"));
    return "%d cores of %s, Linux %s, Java %s"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            model,
            System.getProperty("os.version"),
            System.getProperty("java.version"));
  }

  private static Map<String, Double> lastCpu() {
    Map<String, Double> cpu = new HashMap<>();
    if (!Files.exists(FILE)) {
      return cpu;
    }
    try {
      for (String line : Files.readAllLines(FILE)) {
        String[] cells = line.split(" *\\| *");
        if (cells.length > 4 && cells[4].matches("[0-9.,]+ \\(.*")) {
          String median = cells[4].substring(0, cells[4].indexOf(' ')).replace(",", "");
          cpu.put(key(cells[1], cells[2]), Double.valueOf(median));
        }
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return cpu;
  }

  private static String key(String workload, String program) {
    return workload + "|" + program;
  }
}
