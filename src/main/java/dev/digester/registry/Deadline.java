package dev.digester.registry;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * When the run ends.
 *
 * @param at the instant at which everything that is not done has failed
 * @param clock where the present comes from
 */
public record Deadline(Instant at, InstantSource clock) {

  /** A deadline some time from now. */
  public static Deadline after(Duration time, InstantSource clock) {
    return new Deadline(clock.instant().plus(time), clock);
  }

  /** The time that is left; zero when the deadline has passed. */
  public Duration remaining() {
    var left = Duration.between(clock.instant(), at);
    return left.isNegative() ? Duration.ZERO : left;
  }

  public boolean hasPassed() {
    return remaining().isZero();
  }
}
