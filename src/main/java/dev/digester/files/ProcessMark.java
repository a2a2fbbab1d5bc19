package dev.digester.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Which process it is, among all that can see a directory.
 *
 * @param machine where numbers of processes mean the same: the boot of a machine and the namespace
 *     of processes (pid_namespaces(7)), hashed to eight hexadecimal digits
 * @param pid its number there
 * @param start when it began, in milliseconds since 1970: numbers are used again
 */
public record ProcessMark(String machine, long pid, long start) {
  /**
   * In milliseconds: the system's clock may have been set since the process wrote its start down.
   */
  private static final long TOLERANCE = 5_000;

  /** This process. */
  public static ProcessMark current() {
    ProcessHandle self = ProcessHandle.current();
    return new ProcessMark(thisMachine(), self.pid(), start(self));
  }

  /** Whether the process is one of this machine that still runs. */
  boolean isRunning() {
    return ProcessHandle.of(pid).filter(this::began).isPresent();
  }

  boolean isOf(ProcessMark other) {
    return machine.equals(other.machine);
  }

  private boolean began(ProcessHandle process) {
    return Math.abs(start(process) - start) < TOLERANCE;
  }

  private static long start(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  private static String thisMachine() {
    String place = read(Path.of("/proc/sys/kernel/random/boot_id")) + namespace();
    return "%08x".formatted(place.hashCode());
  }

  private static String namespace() {
    try {
      return Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
    } catch (IOException | UnsupportedOperationException e) {
      return "";
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "";
    }
  }
}
