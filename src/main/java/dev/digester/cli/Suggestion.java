package dev.digester.cli;

import dev.digester.reference.ImageReference;
import dev.digester.reference.InvalidReferenceException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** What was probably meant by a word that is not a command. */
final class Suggestion {
  /** More changes than these make another word of it. */
  private static final int MOST_CHANGES = 2;

  private Suggestion() {}

  /**
   * A command line that was probably meant.
   *
   * @param commands the names of the commands
   */
  static Optional<String> of(String word, Collection<String> commands) {
    Optional<String> near =
        commands.stream()
            .filter(command -> changes(word, command) <= MOST_CHANGES)
            .min(
                Comparator.comparingInt((String command) -> changes(word, command))
                    .thenComparing(command -> !sorted(word).equals(sorted(command))));
    if (near.isPresent()) {
      return near.map(command -> "digester " + command);
    }
    if (exists(word)) {
      return Optional.of("digester pin " + word);
    }
    boolean image = (word.contains(":") || word.contains("/")) && isImage(word);
    return image ? Optional.of("digester digest " + word) : Optional.empty();
  }

  /** The letters of a word; those of a word with two letters swapped are the same. */
  private static String sorted(String word) {
    char[] letters = word.toCharArray();
    Arrays.sort(letters);
    return new String(letters);
  }

  private static boolean exists(String word) {
    try {
      return Files.exists(Path.of(word));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static boolean isImage(String word) {
    try {
      ImageReference.parse(word);
      return true;
    } catch (InvalidReferenceException e) {
      return false;
    }
  }

  /** How many characters are added, left out or replaced (Levenshtein's distance). */
  static int changes(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
