package dev.digester.config;

import java.util.List;
import java.util.Set;

/** What is said about a key that is not known. */
final class UnknownKey {
  /** Keys of the spec whose meaning is settled, though no version carries them out yet. */
  private static final Set<KeyPath> RESERVED =
      Set.of(KeyPath.ROOT.key("cache"), KeyPath.ROOT.key("lock"));

  private UnknownKey() {}

  /**
   * The reason, to follow the key's path.
   *
   * @param known the keys that may be there, sorted
   */
  static String reason(KeyPath path, List<String> known) {
    if (RESERVED.contains(path)) {
      return " is valid but this version cannot carry it out yet";
    }
    return Words.nearest(path.steps().getLast(), known)
        .map(near -> " is unknown; did you mean " + near + "?")
        .orElseGet(() -> " is unknown; known are " + String.join(", ", known));
  }
}
