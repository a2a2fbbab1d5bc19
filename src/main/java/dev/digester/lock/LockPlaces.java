package dev.digester.lock;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which lock serves which file: a lock serves its directory and those below, and the nearest one
 * counts. What it lacks is not sought in another.
 */
public final class LockPlaces {
  private final Map<String, ImageLock> byDirectory;

  private LockPlaces(Map<String, ImageLock> byDirectory) {
    this.byDirectory = byDirectory;
  }

  /**
   * A lock and the file that it came from.
   *
   * @param file slash-separated; a name only, or empty, is in the outermost directory
   * @param index number of the document in the file
   */
  public record Placed(String file, int index, ImageLock lock) {}

  /**
   * The places of some locks.
   *
   * @throws LockException if two are in one directory
   */
  public static LockPlaces of(List<Placed> locks) {
    Map<String, Placed> placed = new LinkedHashMap<>();
    for (Placed lock : locks) {
      Placed before = placed.putIfAbsent(directory(lock.file()), lock);
      if (before != null) {
        throw new LockException(
            "%s and %s are two locks of one directory; keep one of them"
                .formatted(name(before), name(lock)));
      }
    }
    Map<String, ImageLock> byDirectory = new LinkedHashMap<>();
    placed.forEach((directory, lock) -> byDirectory.put(directory, lock.lock()));
    return new LockPlaces(byDirectory);
  }

  /** The lock that serves a file; empty where there is none above it. */
  public Optional<ImageLock> serving(String file) {
    String directory = directory(file);
    while (!directory.isEmpty() && !byDirectory.containsKey(directory)) {
      directory = directory(directory);
    }
    return Optional.ofNullable(byDirectory.get(directory));
  }

  private static String directory(String file) {
    String plain = file.startsWith("./") ? file.substring(2) : file;
    return plain.substring(0, Math.max(plain.lastIndexOf('/'), 0));
  }

  private static String name(Placed lock) {
    return lock.file().isEmpty()
        ? "an item without a path"
        : lock.file() + "[" + lock.index() + "]";
  }
}
