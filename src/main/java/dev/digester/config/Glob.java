package dev.digester.config;

/**
 * A text in which each {@code *} stands for any characters, none and slashes included.
 *
 * @param text as written
 */
public record Glob(String text) {

  /** Whether the glob matches all of a value. Takes at most the product of the lengths. */
  public boolean matches(String value) {
    int star = -1;
    int retry = 0;
    int g = 0;
    int v = 0;
    while (v < value.length()) {
      if (g < text.length() && text.charAt(g) == '*') {
        star = g++;
        retry = v;
      } else if (g < text.length() && text.charAt(g) == value.charAt(v)) {
        g++;
        v++;
      } else if (star >= 0) {
        g = star + 1;
        v = ++retry;
      } else {
        return false;
      }
    }
    return text.substring(g).chars().allMatch(c -> c == '*');
  }
}
