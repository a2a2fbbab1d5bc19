package dev.digester.registry;

import dev.digester.registry.Outcome.Answer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The Retry-After header: seconds or a date (RFC 9110, clause 10.2.3). */
final class RetryAfter {

  /** In seconds, 30 years; more is taken for that. */
  private static final long MOST = 1_000_000_000;

  /** In digits, of what surely fits a long. */
  private static final int MOST_DIGITS = 18;

  private static final DateTimeFormatter ASCTIME =
      DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss uuuu", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

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
    return date(value, now);
  }

  /** A date in one of the three forms that recipients accept (RFC 9110, clause 5.6.7). */
  private static Optional<Instant> date(String value, Instant now) {
    for (var form : List.of(DateTimeFormatter.RFC_1123_DATE_TIME, rfc850(now), ASCTIME)) {
      try {
        return Optional.of(form.parse(value, Instant::from));
      } catch (DateTimeException e) {
        // The next form may fit.
      }
    }
    return Optional.empty();
  }

  /** Two digits of a year mean the one that is at most 50 years ahead. */
  private static DateTimeFormatter rfc850(Instant now) {
    var first = now.atZone(ZoneOffset.UTC).toLocalDate().minusYears(49);
    return new DateTimeFormatterBuilder()
        .appendPattern("EEEE, dd-MMM-")
        .appendValueReduced(ChronoField.YEAR, 2, 2, first)
        .appendPattern(" HH:mm:ss 'GMT'")
        .toFormatter(Locale.ENGLISH)
        .withZone(ZoneOffset.UTC);
  }
}
