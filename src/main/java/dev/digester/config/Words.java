package dev.digester.config;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.regex.Pattern;

/** How messages show values and name alternatives. */
final class Words {
  /** Longer values are cut: a message is one line that people read. */
  private static final int MAX_SHOWN = 60;

  /** A key that is further away is another word, not a slip: a third of its letters. */
  private static final int LETTERS_PER_SLIP = 3;

  /** Everything before the last at sign but a scheme. */
  private static final Pattern USER = Pattern.compile("(?s)^([A-Za-z][A-Za-z0-9+.-]*://)?.*@");

  private static final Pattern QUERY = Pattern.compile("(?s)\\?.*");

  private Words() {}

  /** {@code a}, {@code a or b}, {@code a, b or c}. */
  static String either(SequencedCollection<String> words) {
    String last = words.getLast();
    if (words.size() == 1) {
      return last;
    }
    List<String> others = words.stream().limit(words.size() - 1L).toList();
    return String.join(", ", others) + " or " + last;
  }

  /**
   * A text of the configuration in quotes, on one line, cut where it is long. What stands before an
   * {@code @} and after a {@code ?} is hidden: it may be a password or a token.
   */
  static String quoted(String text) {
    String hidden = USER.matcher(text).replaceFirst("$1***@");
    return literal(QUERY.matcher(hidden).replaceFirst("?***"));
  }

  /** As {@link #quoted}, with nothing hidden: for patterns and paths, which hold no secrets. */
  static String literal(String text) {
    String line = text.replaceAll("\\p{Cntrl}+", " ");
    boolean isLong = line.codePointCount(0, line.length()) > MAX_SHOWN;
    String shown = isLong ? line.substring(0, line.offsetByCodePoints(0, MAX_SHOWN)) + "…" : line;
    return '"' + shown + '"';
  }

  /** The known word that is nearest to a mistyped one, if one is near enough to be meant. */
  static Optional<String> nearest(String typed, SequencedCollection<String> known) {
    return known.stream()
        .filter(word -> isNear(typed, word))
        .min(Comparator.comparingInt(word -> distance(typed, word)));
  }

  private static boolean isNear(String typed, String word) {
    return word.startsWith(typed) || distance(typed, word) <= 1 + word.length() / LETTERS_PER_SLIP;
  }

  /**
   * How many letters must be inserted, removed, replaced or swapped with their neighbour; case does
   * not count.
   *
   * @see <a href="https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance">optimal
   *     string alignment</a>
   */
  static int distance(String from, String to) {
    int[] beforeLast = new int[to.length() + 1];
    int[] last = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int[] row = new int[to.length() + 1];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        boolean same = sameLetter(from, i - 1, to, j - 1);
        int best = Math.min(last[j - 1] + (same ? 0 : 1), Math.min(last[j], row[j - 1]) + 1);
        boolean swapped =
            i > 1
                && j > 1
                && sameLetter(from, i - 1, to, j - 2)
                && sameLetter(from, i - 2, to, j - 1);
        row[j] = swapped ? Math.min(best, beforeLast[j - 2] + 1) : best;
      }
      beforeLast = last;
      last = row;
    }
    return last[to.length()];
  }

  private static boolean sameLetter(String a, int i, String b, int j) {
    return Character.toLowerCase(a.charAt(i)) == Character.toLowerCase(b.charAt(j));
  }
}
