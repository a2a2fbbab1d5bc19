package dev.digester.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether a person is at the other end of a standard stream. The JDK's console tells of all streams
 * together; the kernel's links tell of each.
 */
public enum Terminal {
  STDIN("/proc/self/fd/0"),
  STDOUT("/proc/self/fd/1"),
  STDERR("/proc/self/fd/2");

  private final Path link;

  Terminal(String link) {
    this.link = Path.of(link);
  }

  /** Whether a person is there. */
  public boolean isPresent() {
    try {
      String target = Files.readSymbolicLink(link).toString();
      return target.startsWith("/dev/pts/")
          || target.startsWith("/dev/tty")
          || target.equals("/dev/console");
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }
}
