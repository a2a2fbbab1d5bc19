package dev.digester.registry;

import dev.digester.registry.Outcome.Answer;
import dev.digester.registry.Outcome.NoAnswer;
import dev.digester.registry.Outcome.Trouble;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;

/**
 * Keeps to a number of requests at a time for each host, and leaves a host alone that asked for it
 * (429 with Retry-After, RFC 6585 and RFC 9110).
 */
final class Limited implements Exchanger {
  private static final int TOO_MANY_REQUESTS = 429;

  private final Map<Place, Limiter> limiters = new ConcurrentHashMap<>();
  private final ToIntFunction<Authority> concurrency;
  private final Sleeper sleeper;
  private final Exchanger next;

  Limited(ToIntFunction<Authority> concurrency, Sleeper sleeper, Exchanger next) {
    this.concurrency = concurrency;
    this.sleeper = sleeper;
    this.next = next;
  }

  /** What anybody may say by plain http is not believed of a host that proves who it is. */
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
    var entered = limiter.enter(deadline.remaining());
    if (entered.isEmpty()) {
      return new NoAnswer(Trouble.DEADLINE, "");
    }
    try {
      var outcome = next.exchange(request, deadline);
      if (outcome instanceof Answer answer && answer.status() == TOO_MANY_REQUESTS) {
        limiter.tooMany(entered.get(), answer, RetryAfter.of(answer, deadline.clock().instant()));
      }
      return outcome;
    } finally {
      limiter.leave();
    }
  }
}
