package dev.digester.registry;

import dev.digester.registry.Outcome.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * How many requests one host has under way, and since when it wants none. A server of HTTP/2 takes
 * so many at a time on a connection; how many, the client does not tell. So the number falls with
 * each request that finds no stream, and rises by one with each round that found its streams.
 */
final class Limiter {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private int limit;
  private int streams;
  private int found;
  private int underWay;
  private int halvings;
  private Instant pausedUntil = Instant.MIN;
  private @Nullable Answer refusal;

  Limiter(int limit) {
    this.limit = limit;
    this.streams = limit;
  }

  /**
   * Waits for a place.
   *
   * @return what {@link #tooMany} wants to know; empty if there was no place in time
   */
  Optional<Integer> enter(Duration patience) throws InterruptedException {
    var nanos = patience.toNanos();
    lock.lockInterruptibly();
    try {
      while (underWay >= Math.min(limit, streams)) {
        if (nanos <= 0) {
          return Optional.empty();
        }
        nanos = changed.awaitNanos(nanos);
      }
      underWay++;
      return Optional.of(halvings);
    } finally {
      lock.unlock();
    }
  }

  void leave() {
    lock.lock();
    try {
      underWay--;
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /**
   * A request that is under way found no stream: fewer from now on.
   *
   * @return whether there are others to wait for
   */
  boolean noStream() {
    lock.lock();
    try {
      streams = Math.max(1, Math.min(streams, underWay - 1));
      found = 0;
      return underWay > 1;
    } finally {
      lock.unlock();
    }
  }

  /** A request found its stream. */
  void foundStream() {
    lock.lock();
    try {
      if (streams < limit && ++found >= streams) {
        streams++;
        found = 0;
        changed.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * The host answered 429: half as many from now on. The answers to requests that were under way at
   * the last halving halve nothing.
   *
   * @param entered what {@link #enter} gave
   */
  void tooMany(int entered, Answer answer, Optional<Instant> until) {
    lock.lock();
    try {
      if (entered == halvings) {
        limit = Math.max(1, limit / 2);
        halvings++;
      }
      until.filter(pausedUntil::isBefore).ifPresent(later -> pausedUntil = later);
      refusal = answer;
    } finally {
      lock.unlock();
    }
  }

  /** How long the host wants to be left alone. */
  Duration pause(Instant now) {
    lock.lock();
    try {
      return now.isBefore(pausedUntil) ? Duration.between(now, pausedUntil) : Duration.ZERO;
    } finally {
      lock.unlock();
    }
  }

  /** The last 429. */
  Optional<Answer> refusal() {
    lock.lock();
    try {
      return Optional.ofNullable(refusal);
    } finally {
      lock.unlock();
    }
  }

  /** Requests that may be under way at once. */
  int limit() {
    lock.lock();
    try {
      return Math.min(limit, streams);
    } finally {
      lock.unlock();
    }
  }

  /** Requests that wait for a place. */
  int waiting() {
    lock.lock();
    try {
      return lock.getWaitQueueLength(changed);
    } finally {
      lock.unlock();
    }
  }
}
