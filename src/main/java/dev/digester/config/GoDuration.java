package dev.digester.config;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations as Go writes them: {@code 90s}, {@code 4m}, {@code 1h30m}, {@code 1.5h}, {@code 500ms}.
 *
 * @see <a href="https://pkg.go.dev/time#ParseDuration">time.ParseDuration</a>
 */
final class GoDuration {
  /** Go counts in nanoseconds and 64 bits; numbers longer than this overflow there as well. */
  private static final int MAX_LENGTH = 64;

  private static final Pattern PART =
      Pattern.compile("(\\d+\\.?\\d*|\\.\\d+)(ns|us|\u00b5s|\u03bcs|ms|s|m|h)");
  private static final BigDecimal MAX_NANOS = BigDecimal.valueOf(Long.MAX_VALUE);
  private static final Map<String, Duration> UNITS =
      Map.of(
          "ns", Duration.ofNanos(1),
          "us", Duration.ofNanos(1_000),
          "\u00b5s", Duration.ofNanos(1_000),
          "\u03bcs", Duration.ofNanos(1_000),
          "ms", Duration.ofMillis(1),
          "s", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1));

  private GoDuration() {}

  /**
   * Reads the written form.
   *
   * @throws IllegalArgumentException if the text is not a duration, or over 2^63 nanoseconds
   */
  static Duration parse(String text) {
    boolean signed = text.startsWith("-") || text.startsWith("+");
    String parts = signed ? text.substring(1) : text;
    if (parts.equals("0")) {
      return Duration.ZERO;
    }
    Duration sum = sum(parts);
    return text.startsWith("-") ? sum.negated() : sum;
  }

  private static Duration sum(String parts) {
    if (parts.isEmpty() || parts.length() > MAX_LENGTH) {
      throw noDuration();
    }
    Matcher part = PART.matcher(parts);
    BigDecimal nanos = BigDecimal.ZERO;
    int end = 0;
    while (part.find() && part.start() == end) {
      nanos = nanos.add(nanos(part.group(1), part.group(2)));
      end = part.end();
    }
    if (end != parts.length() || nanos.compareTo(MAX_NANOS) > 0) {
      throw noDuration();
    }
    return Duration.ofNanos(nanos.longValue());
  }

  private static BigDecimal nanos(String number, String unit) {
    long nanos = UNITS.getOrDefault(unit, Duration.ZERO).toNanos();
    return new BigDecimal(number).multiply(BigDecimal.valueOf(nanos));
  }

  private static IllegalArgumentException noDuration() {
    return new IllegalArgumentException("must be a duration such as 90s, 4m or 1h30m");
  }
}
