package dev.digester.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.registry.Outcome.NoAnswer;
import dev.digester.registry.Outcome.Trouble;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The bound on requests at all hosts together. */
@Tag("registries-53")
class ManyHostsTest {
  private static final NoAnswer STALLED = new NoAnswer(Trouble.TIMED_OUT, "30 s");

  private final TestTime time = new TestTime();
  private final CountDownLatch gate = new CountDownLatch(1);
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final Limited limited = new Limited(_ -> 32, time, (_, _) -> stall());

  private Outcome stall() {
    most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    underWay.decrementAndGet();
    return STALLED;
  }

  private Outcome ask(String host) {
    var request = Request.get(URI.create("https://" + host + "/v2/"), Optional.empty());
    return limited.exchange(request, Deadline.after(Duration.ofMinutes(5), time));
  }

  @Test
  void five_thousand_hosts_have_256_requests_under_way() throws Exception {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var futures = new ArrayList<Future<Outcome>>();
      for (var i = 0; i < 5_000; i++) {
        var host = "h" + i + ".example";
        futures.add(executor.submit(() -> ask(host)));
      }
      while (limited.waiting() < 5_000 - Limited.MOST) {
        LockSupport.parkNanos(1_000_000);
      }
      assertThat(underWay).hasValue(256);
      gate.countDown();
      for (var future : futures) {
        assertThat(future.get()).isEqualTo(STALLED);
      }
      assertThat(most).hasValue(256);
    }
  }

  @Test
  void a_host_that_is_full_takes_no_place_from_others() throws Exception {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var i = 0; i < 1_000; i++) {
        executor.execute(() -> ask("one.example"));
      }
      while (underWay.get() < 32) {
        LockSupport.parkNanos(1_000_000);
      }
      executor.execute(() -> ask("two.example"));
      while (underWay.get() < 33) {
        LockSupport.parkNanos(1_000_000);
      }
      assertThat(limited.waiting()).isZero();
      gate.countDown();
    }
    assertThat(most).hasValue(33);
  }
}
