package dev.digester.registry;

import dev.digester.registry.Outcome.Answer;
import dev.digester.registry.Outcome.NoAnswer;
import dev.digester.registry.Outcome.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;

/**
 * Keeps to a number of requests at a time, for each host and for all together, waits for a stream
 * where a server of HTTP/2 has few, and leaves a host alone that asked for it (429 with
 * Retry-After, RFC 6585 and RFC 9110).
 */
final class Limited implements Exchanger {
  private static final int TOO_MANY_REQUESTS = 429;

  /** How many requests may be under way at all hosts together: each may cost a connection. */
  static final int MOST = 256;

  /** Before a server is asked again that has no stream though nothing else is under way there. */
  private static final Duration NO_STREAM_PAUSE = Duration.ofMillis(100);

  private final Limiter all;
  private final Map<Place, Limiter> limiters = new ConcurrentHashMap<>();
  private final ToIntFunction<Authority> concurrency;
  private final Sleeper sleeper;
  private final Exchanger next;

  Limited(ToIntFunction<Authority> concurrency, Sleeper sleeper, Exchanger next) {
    this(concurrency, sleeper, new Limiter(MOST), next);
  }

  /**
   * Limits of one pool of connections.
   *
   * @param all the places of all pools together
   */
  Limited(ToIntFunction<Authority> concurrency, Sleeper sleeper, Limiter all, Exchanger next) {
    this.all = all;
    this.concurrency = concurrency;
    this.sleeper = sleeper;
    this.next = next;
  }

  /** What anyone may say by plain http is not believed of a host that proves who it is. */
  private record Place(String scheme, Authority host) {}

  @Override
  public Outcome exchange(Request request, Deadline deadline) {
    var limiter =
        limiters.computeIfAbsent(
            new Place(request.uri().getScheme(), Authority.of(request.uri())),
            place -> new Limiter(concurrency.applyAsInt(place.host())));
    try {
      var pause = limiter.pause(deadline.clock().instant());
      var refusal = limiter.refusal();
      if (refusal.isPresent() && pause.compareTo(deadline.remaining()) > 0) {
        return refusal.get();
      }
      if (pause.isPositive()) {
        sleeper.sleep(pause);
      }
      return inTurn(request, deadline, limiter);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new NoAnswer(Trouble.DEADLINE, "");
    }
  }

  private Outcome inTurn(Request request, Deadline deadline, Limiter limiter)
      throws InterruptedException {
    while (true) {
      var entered = limiter.enter(deadline.remaining());
      if (entered.isEmpty()) {
        return new NoAnswer(Trouble.DEADLINE, "");
      }
      var others = false;
      try {
        var outcome = amongAll(request, deadline);
        if (!isWithoutStream(outcome)) {
          learn(outcome, entered.get(), limiter, deadline.clock().instant());
          return outcome;
        }
        others = limiter.noStream();
      } finally {
        limiter.leave();
      }
      if (!others) {
        sleeper.sleep(NO_STREAM_PAUSE);
      }
    }
  }

  /** The place among all comes last: a host that is slow keeps none that waits for itself. */
  private Outcome amongAll(Request request, Deadline deadline) throws InterruptedException {
    if (all.enter(deadline.remaining()).isEmpty()) {
      return new NoAnswer(Trouble.DEADLINE, "");
    }
    try {
      return next.exchange(request, deadline);
    } finally {
      all.leave();
    }
  }

  /** How many requests wait for a place among all. */
  int waiting() {
    return all.waiting();
  }

  private static void learn(Outcome outcome, int entered, Limiter limiter, Instant now) {
    if (!(outcome instanceof Answer answer)) {
      return;
    }
    limiter.foundStream();
    if (answer.status() == TOO_MANY_REQUESTS) {
      limiter.tooMany(entered, answer, RetryAfter.of(answer, now));
    }
  }

  private static boolean isWithoutStream(Outcome outcome) {
    return outcome instanceof NoAnswer none && none.trouble() == Trouble.NO_STREAM;
  }
}
