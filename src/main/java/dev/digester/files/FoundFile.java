package dev.digester.files;

import java.nio.file.Path;

/**
 * A file to read.
 *
 * @param shown its path for people: relative to the working directory as far as the word was from
 *     which it was found, with {@code /}; {@code -} for standard input
 * @param path what is opened
 * @param kind what is known of it
 * @param size in bytes, when it was found
 */
public record FoundFile(String shown, Path path, Kind kind, long size) {
  /** What can be done with it. */
  public enum Kind {
    /** Read whole, and written by another file that takes its place. */
    REGULAR,
    /** A pipe or a device that was named: only read, until its end. */
    STREAM,
    /** Only read. */
    STANDARD_INPUT
  }

  /** Standard input. */
  static FoundFile standardInput() {
    return new FoundFile("-", Path.of("-"), Kind.STANDARD_INPUT, 0);
  }
}
