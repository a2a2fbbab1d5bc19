package dev.digester.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Removes the temporary files that a killed run has left. */
public final class Leftovers {
  /**
   * The age from which on a file counts as left whose process cannot be asked for, since it ran in
   * another container, on another machine or before a reboot.
   */
  private static final Duration OLD = Duration.ofHours(1);

  private final ProcessMark self;
  private final InstantSource clock;

  public Leftovers(ProcessMark self, InstantSource clock) {
    this.self = self;
    this.clock = clock;
  }

  /**
   * Removes those whose process is gone, and no other file.
   *
   * @param candidates paths with names of temporary files, see {@link Found#leftovers}
   * @return how many
   */
  public int remove(List<Path> candidates) {
    int removed = 0;
    for (Path path : candidates) {
      if (isAbandoned(path) && delete(path)) {
        removed++;
      }
    }
    return removed;
  }

  private boolean isAbandoned(Path path) {
    return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
        && TemporaryName.parse(String.valueOf(path.getFileName()))
            .map(TemporaryName::owner)
            .filter(owner -> owner.isOf(self) ? !owner.isRunning() : isOld(path))
            .isPresent();
  }

  private boolean isOld(Path path) {
    try {
      return Files.getLastModifiedTime(path).toInstant().isBefore(clock.instant().minus(OLD));
    } catch (IOException e) {
      return false;
    }
  }

  /** A file that cannot be removed is left to a later run: it harms nothing. */
  static boolean delete(Path path) {
    try {
      return Files.deleteIfExists(path);
    } catch (IOException e) {
      return false;
    }
  }
}
