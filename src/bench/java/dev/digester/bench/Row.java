package dev.digester.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What a program needed for a workload.
 *
 * @param workload its name
 * @param program its name
 * @param samples one for each run
 */
record Row(String workload, String program, List<Sample> samples) {
  /**
   * One run.
   *
   * @param exitCode 0 if it did the work
   * @param wallMs from start to exit
   * @param cpuMs user and system
   * @param peakMib resident memory
   * @param lookUpMs from the first request to exit; 0 where nothing was asked
   * @param requests that came to the registry
   * @param atOnce the most that waited for an answer at one time
   */
  record Sample(
      int exitCode,
      double wallMs,
      double cpuMs,
      double peakMib,
      double lookUpMs,
      int requests,
      int atOnce) {}

  boolean failed() {
    return samples.stream().anyMatch(sample -> sample.exitCode() != 0);
  }

  int requests() {
    return samples.stream().mapToInt(Sample::requests).max().orElse(0);
  }

  int atOnce() {
    return samples.stream().mapToInt(Sample::atOnce).max().orElse(0);
  }

  double median(ToDoubleFunction<Sample> of) {
    double[] sorted = samples.stream().mapToDouble(of).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private double min(ToDoubleFunction<Sample> of) {
    return samples.stream()
        .min(Comparator.comparingDouble(of))
        .map(of::applyAsDouble)
        .orElseThrow();
  }

  /** The median, and the minimum in brackets. */
  String figures(ToDoubleFunction<Sample> of) {
    return number(median(of)) + " (" + number(min(of)) + ")";
  }

  /** One digit after the point below 100. */
  static String number(double value) {
    return value < 100
        ? String.format(Locale.ROOT, "%.1f", value)
        : String.format(Locale.ROOT, "%,.0f", value);
  }
}
