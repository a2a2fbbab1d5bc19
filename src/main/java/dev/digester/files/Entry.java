package dev.digester.files;

import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * What a directory holds.
 *
 * @param key what entries are sorted by: as git does, a directory with a slash after its name
 */
record Entry(FileName name, Path path, BasicFileAttributes attributes, String key)
    implements Comparable<Entry> {

  Entry(FileName name, Path path, BasicFileAttributes attributes) {
    this(name, path, attributes, attributes.isDirectory() ? name.text() + "/" : name.text());
  }

  @Override
  public int compareTo(Entry other) {
    return key.compareTo(other.key);
  }
}
