package dev.digester.files;

import dev.digester.krm.Printable;

/**
 * What is wrong with a file or with what was to be found.
 *
 * @param path as it is shown
 * @param line counted from 1; 0 where the problem is not one of the contents
 * @param message what is wrong and what to do, without path and line
 */
public record Problem(String path, int line, String message) {
  /** A problem of the file as a whole. */
  static Problem of(String path, String message) {
    return new Problem(path, 0, message);
  }

  /** For people and editors: {@code PATH:LINE: message}, on one line. */
  @Override
  public String toString() {
    String place = line == 0 ? Printable.of(path) : Printable.of(path) + ":" + line;
    return place + ": " + message;
  }
}
