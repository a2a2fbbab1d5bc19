package dev.digester.lock;

import dev.digester.document.Mapping;
import dev.digester.reference.ImageReference;
import dev.digester.reference.Platform;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The digests that a repository has agreed on, as they were read. */
public final class ImageLock {
  static final String API_VERSION = "digester.dev/v1alpha1";
  static final String KIND = "ImageLock";

  private final String path;
  private final Mapping root;
  private final Map<String, Written> entries;

  /** An entry and where it is. */
  record Written(LockEntry entry, Mapping node) {}

  ImageLock(String path, Mapping root, Map<String, Written> entries) {
    this.path = path;
    this.root = root;
    this.entries = new LinkedHashMap<>(entries);
  }

  /**
   * Reads the text of a file.
   *
   * @param path how messages name the file
   * @throws LockException if it is not one lock, has the marks of a merge conflict, or an entry is
   *     wrong
   */
  public static ImageLock read(String path, String text) {
    return LockReader.file(path, text);
  }

  /**
   * Reads an item of a list.
   *
   * @param path how messages name the file that it came from
   * @throws LockException if an entry is wrong
   */
  public static ImageLock of(String path, Mapping item) {
    return new LockReader(path, item).read();
  }

  /** Whether a mapping is a lock. */
  public static boolean isLock(Mapping mapping) {
    return mapping.text(LockReader.KIND).filter(KIND::equals).isPresent()
        && mapping
            .text(LockReader.VERSION)
            .filter(version -> version.startsWith("digester.dev/"))
            .isPresent();
  }

  /** How messages name the file. */
  public String path() {
    return path;
  }

  /** The entry of an image, whatever its spelling. */
  public Optional<LockEntry> find(ImageReference reference) {
    return Optional.ofNullable(entries.get(reference.canonical())).map(Written::entry);
  }

  /** The entry of an image, if it is known to have all of some platforms. */
  public Optional<LockEntry> find(ImageReference reference, List<Platform> platforms) {
    return find(reference).filter(entry -> entry.has(platforms));
  }

  /** All entries in their order. */
  public List<LockEntry> entries() {
    return entries.values().stream().map(Written::entry).toList();
  }

  /** The entries that none of some images needs, in their order. */
  public List<LockEntry> unused(Iterable<ImageReference> written) {
    Set<String> unused = new LinkedHashSet<>(entries.keySet());
    written.forEach(reference -> unused.remove(reference.canonical()));
    return entries().stream().filter(entry -> unused.contains(entry.canonical())).toList();
  }

  Mapping root() {
    return root;
  }

  Map<String, Written> written() {
    return entries;
  }
}
