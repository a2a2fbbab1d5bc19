package dev.digester.engine;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A line on a person's terminal while work lasts longer than a second; it is gone when the work is
 * done. Nothing is said where no one watches: clients pass standard error on.
 */
final class Progress implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(1);

  /** To the first column, and clear to the end of the line (ECMA-48, 8.3.41 EL). */
  private static final String ERASE = "\r\u001b[K";

  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread thread;

  private Progress(PrintStream terminal, String message, Duration patience) {
    thread = Thread.ofVirtual().unstarted(() -> show(terminal, message, patience));
  }

  /** Begins to wait. */
  static Progress start(PrintStream terminal, String message, Duration patience) {
    Progress progress = new Progress(terminal, message, patience);
    progress.thread.start();
    return progress;
  }

  private void show(PrintStream terminal, String message, Duration patience) {
    try {
      if (!done.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        terminal.print(message);
        terminal.flush();
        done.await();
        terminal.print(ERASE);
        terminal.flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes the line away before anything else is printed. */
  @Override
  public void close() {
    done.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
