package dev.digester.ignore;

/**
 * A line of a file of rules.
 *
 * @param includes whether the line begins with {@code !}
 * @param onlyDirectories whether it ends with a slash
 * @param anywhere whether it holds no other slash: then only the last name of a path is compared
 * @param literal what the compared string must begin with: the part before the first wildcard
 * @param wildcard the rest; matches nothing but the empty rest where there is no wildcard
 */
record IgnoreRule(
    boolean includes,
    boolean onlyDirectories,
    boolean anywhere,
    String literal,
    Wildcard wildcard) {

  private static final String SPECIAL = "*?[\\";

  /** The rule that a line holds, without its line end, its trailing spaces and its comment. */
  static IgnoreRule of(String line) {
    boolean includes = line.startsWith("!");
    String pattern = line.substring(includes ? 1 : 0);
    boolean onlyDirectories = pattern.endsWith("/");
    if (onlyDirectories) {
      pattern = pattern.substring(0, pattern.length() - 1);
    }
    boolean anywhere = pattern.indexOf('/') < 0;
    if (pattern.startsWith("/")) {
      pattern = pattern.substring(1);
    }
    int special = firstSpecial(pattern);
    return new IgnoreRule(
        includes,
        onlyDirectories,
        anywhere,
        pattern.substring(0, special),
        Wildcard.compile(pattern, special));
  }

  private static int firstSpecial(String pattern) {
    int i = 0;
    while (i < pattern.length() && SPECIAL.indexOf(pattern.charAt(i)) < 0) {
      i++;
    }
    return i;
  }

  /**
   * Whether the rule is about a path.
   *
   * @param base where the path begins for the file that holds the rule
   * @param name where the last name of the path begins
   */
  boolean matches(String path, int base, int name) {
    int from = anywhere ? name : base;
    return path.startsWith(literal, from) && wildcard.matches(path, from + literal.length());
  }
}
