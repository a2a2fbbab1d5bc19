package dev.digester.config;

import java.util.ArrayList;
import java.util.List;

/**
 * Which images are left alone.
 *
 * @param patterns each a prefix of the text as written; with a {@code *}, a glob over all of it;
 *     after a {@code =}, all of it
 * @param named how many of them, from the first on, the configuration of the run names itself; the
 *     others are of the machine, and are shared by many runs
 */
public record SkipRules(List<String> patterns, int named) {
  private static final String EXACT = "=";

  public static final SkipRules NONE = new SkipRules(List.of());

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if a pattern is empty: it would skip everything
   */
  public SkipRules {
    patterns = List.copyOf(patterns);
    if (patterns.contains("=")) {
      throw new IllegalArgumentException(
          "skip must not hold = without a text after it: write =auto for images that read auto");
    }
    if (patterns.contains("")) {
      throw new IllegalArgumentException(
          "skip must not hold an empty prefix: it would skip every image");
    }
  }

  /** Patterns of a configuration. */
  public SkipRules(List<String> patterns) {
    this(patterns, patterns.size());
  }

  /** The patterns that the configuration names itself. */
  public List<String> own() {
    return patterns.subList(0, named);
  }

  /** Whether a pattern of these is for an image, judged by its text as written. */
  public static boolean isFor(String pattern, String image) {
    return matches(pattern, image);
  }

  /** Whether an image is left alone, judged by its text as written. */
  public boolean matches(String image) {
    // A loop: nearly all lists have no patterns and many images.
    for (String pattern : patterns) {
      if (matches(pattern, image)) {
        return true;
      }
    }
    return false;
  }

  /** These patterns and others after them. */
  public SkipRules and(SkipRules more) {
    List<String> both = new ArrayList<>(patterns);
    both.addAll(more.patterns);
    return new SkipRules(both, named);
  }

  private static boolean matches(String pattern, String image) {
    if (pattern.startsWith(EXACT)) {
      return image.length() == pattern.length() - EXACT.length() && pattern.endsWith(image);
    }
    return pattern.indexOf('*') < 0 ? image.startsWith(pattern) : new Glob(pattern).matches(image);
  }
}
