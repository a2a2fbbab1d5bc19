package dev.digester.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures programs on the workloads; bench/run starts it. Exit code 1: digester failed or asked
 * too often.
 */
public final class Bench {
  private static final String OURS = "digester";
  private static final Path FOLDER = Path.of("target/bench");

  private final Map<String, String> programs = new LinkedHashMap<>();
  private final List<String> only = new ArrayList<>();
  private int runs = 5;
  private int delayMs = 20;
  private boolean quick;
  private boolean write;
  private boolean good = true;

  public static void main(String[] args) throws Exception {
    Bench bench = new Bench(List.of(args).iterator());
    System.exit(bench.run() ? 0 : 1);
  }

  private Bench(Iterator<String> words) {
    programs.put(OURS, "target/digester");
    programs.put("cat", "cat");
    while (words.hasNext()) {
      option(words.next(), words);
    }
  }

  private void option(String option, Iterator<String> words) {
    switch (option) {
      case "--quick" -> {
        quick = true;
        runs = 1;
      }
      case "--write" -> write = true;
      case "--program" -> programs.replace(OURS, words.next());
      case "--runs" -> runs = Integer.parseInt(words.next());
      case "--delay-ms" -> delayMs = Integer.parseInt(words.next());
      case "--only" -> only.add(words.next());
      case "--with" -> {
        String[] program = words.next().split("=", 2);
        programs.put(program[0], program[1]);
      }
      default -> {
        System.err.println(
            "bench/run: unknown option " + option + "; the head of bench/run names all");
        System.exit(2);
      }
    }
  }

  private boolean run() throws Exception {
    Files.createDirectories(FOLDER);
    Report report = new Report();
    try (DelayedRegistry registry = new DelayedRegistry(Duration.ofMillis(delayMs))) {
      Measurement measurement = new Measurement(registry, FOLDER, runs);
      System.out.print(report.header());
      for (Workload workload : Workload.all(registry.address())) {
        if (quick ? workload.quick() : only.isEmpty() || only.contains(workload.name())) {
          measure(workload, measurement, report);
        }
      }
    }
    if (write) {
      report.write(runs, delayMs);
    }
    return good;
  }

  private void measure(Workload workload, Measurement measurement, Report report) throws Exception {
    Path input = workload.writeTo(FOLDER);
    for (Map.Entry<String, String> program : programs.entrySet()) {
      Row row = measurement.measure(workload, input, program.getKey(), program.getValue());
      System.out.println(report.add(row));
      if (!report.change(row).isEmpty()) {
        System.out.println(report.change(row));
      }
      if (row.failed()) {
        System.out.println("  " + measurement.firstError());
      }
      if (program.getKey().equals(OURS)) {
        good &= !row.failed() && row.requests() == workload.requests().orElse(0);
      }
    }
    Files.delete(input);
  }
}
