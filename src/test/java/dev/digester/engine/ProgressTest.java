package dev.digester.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();

  @Test
  void work_that_is_done_soon_is_not_spoken_of() {
    try (Progress progress =
        Progress.start(new PrintStream(terminal, true, UTF_8), "resolving", Duration.ofHours(1))) {
      assertThat(progress).isNotNull();
    }

    assertThat(terminal.size()).isZero();
  }

  @Test
  void a_line_stands_while_work_lasts_and_is_gone_after_it() throws InterruptedException {
    CountDownLatch shown = new CountDownLatch(1);
    PrintStream watched =
        new PrintStream(terminal, true, UTF_8) {
          @Override
          public void flush() {
            super.flush();
            shown.countDown();
          }
        };
    try (Progress progress = Progress.start(watched, "resolving", Duration.ZERO)) {
      assertThat(progress).isNotNull();
      shown.await();
    }

    assertThat(terminal.toString(UTF_8)).isEqualTo("resolving\r\u001b[K");
  }
}
