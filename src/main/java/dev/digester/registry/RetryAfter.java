package dev.digester.registry;

import dev.digester.registry.Outcome.Answer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The Retry-After header: seconds or a date (RFC 9110, clause 10.2.3). */
final class RetryAfter {

  /** In seconds, 30 years; more is taken for that. */
  private static final long MOST = 1_000_000_000;

  /** In digits, of what surely fits a long. */
  private static final int MOST_DIGITS = 18;

  private RetryAfter() {}

  /** When the answer says that it is worth asking again. */
  static Optional<Instant> of(Answer answer, Instant now) {
    return answer.header("Retry-After").map(String::strip).flatMap(value -> parse(value, now));
  }

  private static Optional<Instant> parse(String value, Instant now) {
    if (!value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9')) {
      var seconds = value.length() > MOST_DIGITS ? MOST : Long.parseLong(value);
      return Optional.of(now.plusSeconds(Math.min(seconds, MOST)));
    }
    try {
      return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value, Instant::from));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
