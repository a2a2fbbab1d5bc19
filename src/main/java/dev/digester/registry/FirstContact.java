package dev.digester.registry;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets one look-up go first to a host. It learns by which protocol the host is spoken to and whom
 * it wants to know; the others wait for that instead of each finding out again. A host that could
 * not be reached is not asked again for a while.
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

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private State state = State.NONE;
  private @Nullable Down down;

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

  /** Waits for the look-up that went first, but not for ever: it may be about a slow image. */
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

  private static boolean isDown(ManifestAnswer answer) {
    return answer instanceof RegistryFailure.Unreachable
        || answer instanceof RegistryFailure.Untrusted;
  }
}
