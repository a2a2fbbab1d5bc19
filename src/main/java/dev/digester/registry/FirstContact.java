package dev.digester.registry;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets one lookup go first to a host. It learns by which protocol the host is spoken to and whom it
 * wants to know; the others wait for that instead of each finding out again. A host that is silent
 * itself is not asked again for a while; what went wrong elsewhere, where it redirected to or at
 * its token service, is a matter of that image.
 */
final class FirstContact {

  /** How long the others wait; then they go on themselves. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  /** How long a host is taken for unreachable. */
  private static final Duration DOWN = Duration.ofSeconds(30);

  private enum State {
    NONE,
    UNDER_WAY,
    MADE
  }

  private record Down(ManifestAnswer answer, Instant since) {}

  private final String host;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private State state = State.NONE;
  private @Nullable Down down;

  /**
   * @param host as in references
   */
  FirstContact(String host) {
    this.host = host;
  }

  ManifestAnswer pass(Supplier<ManifestAnswer> lookUp, InstantSource clock) {
    var first = false;
    lock.lock();
    try {
      await();
      var known = down;
      if (known != null && clock.instant().isBefore(known.since().plus(DOWN))) {
        return known.answer();
      }
      if (state == State.NONE) {
        state = State.UNDER_WAY;
        first = true;
      }
    } finally {
      lock.unlock();
    }
    return first ? lead(lookUp, clock) : lookUp.get();
  }

  /** Waits for the lookup that went first, but not for ever: it may be about a slow image. */
  private void await() {
    var nanos = LONGEST_WAIT.toNanos();
    try {
      while (state == State.UNDER_WAY && nanos > 0) {
        nanos = changed.awaitNanos(nanos);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private ManifestAnswer lead(Supplier<ManifestAnswer> lookUp, InstantSource clock) {
    var next = State.MADE;
    @Nullable Down found = null;
    try {
      var answer = lookUp.get();
      if (isDown(answer)) {
        next = State.NONE;
        found = new Down(answer, clock.instant());
      }
      return answer;
    } finally {
      leave(next, found);
    }
  }

  private void leave(State next, @Nullable Down found) {
    lock.lock();
    try {
      state = next;
      down = found;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** A time that was up is not the host's silence yet: it may be about a slow image. */
  private boolean isDown(ManifestAnswer answer) {
    return answer instanceof RegistryFailure failure
        && !(failure instanceof RegistryFailure.TimedOut)
        && failure.isSilenceOf(host);
  }
}
