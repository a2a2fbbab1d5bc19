package dev.digester.document.edit;

import java.util.List;

/**
 * A part of a scalar's value that should read differently.
 *
 * @param start offset in the value, in chars
 * @param end offset after the part; equals {@code start} where text is only inserted
 * @param text takes the part's place
 */
public record Substitution(int start, int end, String text) {
  public Substitution {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("no part: " + start + " to " + end);
    }
  }

  /** Whether two parts have a char in common, or begin at the same one. */
  public boolean overlaps(Substitution other) {
    return start == other.start || (start < other.end && other.start < end);
  }

  /**
   * The value with all parts replaced.
   *
   * @param parts ascending, none overlapping another
   */
  public static String apply(String value, List<Substitution> parts) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    for (Substitution part : parts) {
      text.append(value, at, part.start).append(part.text);
      at = part.end;
    }
    return text.append(value, at, value.length()).toString();
  }
}
