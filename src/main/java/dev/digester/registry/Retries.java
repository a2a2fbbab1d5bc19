package dev.digester.registry;

import dev.digester.registry.Outcome.Answer;
import dev.digester.registry.Outcome.NoAnswer;
import dev.digester.registry.Outcome.Trouble;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * Sends a request again where that may help, after a time that doubles and is jittered, or that the
 * host asked for. What timed out is not sent again: it has cost its time.
 */
final class Retries {

  /** How often a request is sent again after an answer with one of {@link #STATUSES}. */
  private static final int MOST_AFTER_ANSWER = 5;

  /** How often a request is sent again after a connection that was refused or dropped. */
  private static final int MOST_AFTER_TROUBLE = 3;

  /** The time before the first repetition; the one before the fifth is 16 times as long. */
  private static final Duration FIRST = Duration.ofMillis(200);

  private static final Set<Integer> STATUSES = Set.of(408, 429, 500, 502, 503, 504);
  private static final Set<Trouble> TROUBLES =
      Set.of(Trouble.REFUSED, Trouble.DROPPED, Trouble.CUT);

  private final Sleeper sleeper;
  private final DoubleSupplier random;
  private final Set<Integer> statuses;

  /**
   * @param random numbers from 0 to 1
   */
  Retries(Sleeper sleeper, DoubleSupplier random) {
    this(sleeper, random, STATUSES);
  }

  private Retries(Sleeper sleeper, DoubleSupplier random, Set<Integer> statuses) {
    this.sleeper = sleeper;
    this.random = random;
    this.statuses = statuses;
  }

  /** The same for requests whose answers with some statuses are not waited out. */
  Retries except(Set<Integer> excluded) {
    var others = new HashSet<>(STATUSES);
    others.removeAll(excluded);
    return new Retries(sleeper, random, others);
  }

  Outcome run(Supplier<Outcome> attempt, Patience patience) {
    for (var sent = 0; ; sent++) {
      var outcome = attempt.get();
      var delay =
          patience.retries()
              ? delay(outcome, sent, patience.deadline())
              : Optional.<Duration>empty();
      if (delay.isEmpty()) {
        return outcome;
      }
      try {
        sleeper.sleep(delay.get());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return new NoAnswer(Trouble.DEADLINE, "");
      }
    }
  }

  /** How long to wait before the request is sent again; empty if it is not. */
  private Optional<Duration> delay(Outcome outcome, int sent, Deadline deadline) {
    if (sent >= most(outcome)) {
      return Optional.empty();
    }
    var now = deadline.clock().instant();
    var asked =
        outcome instanceof Answer answer
            ? RetryAfter.of(answer, now).filter(now::isBefore)
            : Optional.<java.time.Instant>empty();
    if (asked.filter(deadline.at()::isBefore).isPresent()) {
      return Optional.empty();
    }
    var delay = asked.map(until -> Duration.between(now, until)).orElseGet(() -> backoff(sent));
    return Optional.of(delay).filter(d -> d.compareTo(deadline.remaining()) < 0);
  }

  private int most(Outcome outcome) {
    return switch (outcome) {
      case Answer answer -> statuses.contains(answer.status()) ? MOST_AFTER_ANSWER : 0;
      case NoAnswer none -> TROUBLES.contains(none.trouble()) ? MOST_AFTER_TROUBLE : 0;
      case Outcome.Refused _ -> 0;
    };
  }

  private Duration backoff(int sent) {
    var full = FIRST.toMillis() << sent;
    return Duration.ofMillis(full / 2 + (long) (random.getAsDouble() * full / 2));
  }
}
