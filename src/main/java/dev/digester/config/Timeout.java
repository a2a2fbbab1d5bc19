package dev.digester.config;

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

  static Timeout parse(String text) {
    try {
      return new Timeout(GoDuration.parse(text));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(e.getMessage() + ", but it is " + Words.quoted(text), e);
    }
  }

  static void check(Duration length) {
    if (!length.isPositive() || length.compareTo(MAX) > 0) {
      throw new IllegalArgumentException(
          "must be more than 0 and at most %ds".formatted(MAX.toSeconds()));
    }
  }
}
