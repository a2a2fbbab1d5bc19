package dev.digester.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Duration;

/**
 * The time limit of a whole run.
 *
 * @param length more than 0, at most {@link #MAX}
 */
record Timeout(Duration length) {
  /** kpt ends a function after 300 s; ten seconds remain to report what failed. */
  static final Duration MAX = Duration.ofSeconds(290);

  static final Duration DEFAULT = Duration.ofMinutes(4);

  Timeout {
    check(length);
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Timeout parse(String text) {
    return new Timeout(GoDuration.parse(text));
  }

  static void check(Duration length) {
    if (!length.isPositive() || length.compareTo(MAX) > 0) {
      throw new IllegalArgumentException(
          "must be more than 0 and at most %ds".formatted(MAX.toSeconds()));
    }
  }
}
