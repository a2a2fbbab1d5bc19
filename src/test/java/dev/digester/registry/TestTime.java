package dev.digester.registry;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that only sleepers move. */
final class TestTime implements InstantSource, Sleeper {
  static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private final List<Duration> slept = new CopyOnWriteArrayList<>();

  @Override
  public Instant instant() {
    return now.get();
  }

  @Override
  public void sleep(Duration time) {
    slept.add(time);
    now.updateAndGet(at -> at.plus(time));
  }

  List<Duration> slept() {
    return List.copyOf(slept);
  }
}
