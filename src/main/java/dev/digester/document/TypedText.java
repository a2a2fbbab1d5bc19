package dev.digester.document;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which plain texts some reader takes for something else than a string: readers of YAML 1.2 (the
 * core schema, YAML 1.2.2, clause 10.3) and of YAML 1.1 (<a href="https://yaml.org/type/">its
 * types</a>), which Kubernetes' own parsers still follow in part.
 */
public final class TypedText {
  /** In characters, which are bytes here. */
  static final int LONGEST_NULL = "null".length();

  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

  private static final Set<String> WORDS =
      Set.of(
          "true", "True", "TRUE", "false", "False", "FALSE", "yes", "Yes", "YES", "no", "No", "NO",
          "on", "On", "ON", "off", "Off", "OFF", "y", "Y", "n", "N", "=", "<<");

  private TypedText() {}

  static boolean isNull(String plain) {
    return NULLS.contains(plain);
  }

  /** Whether some reader makes null, a boolean, a number, a time or a merge key of a plain text. */
  public static boolean isTyped(String plain) {
    return isNull(plain) || WORDS.contains(plain) || isNumberOrTime(plain);
  }

  /** None has a slash, but many an image begins like a number. */
  private static boolean isNumberOrTime(String plain) {
    return "+-.0123456789".indexOf(plain.charAt(0)) >= 0
        && plain.indexOf('/') < 0
        && (Numbers.NUMBER.matcher(plain).matches() || Numbers.TIME.matcher(plain).matches());
  }

  /** Compiled when the first text begins like a number. */
  private static final class Numbers {
    /**
     * Decimal with optional fraction and exponent, base 2, 8, 16 and 60, infinity, not a number.
     */
    static final Pattern NUMBER =
        Pattern.compile(
            "[-+]?(0b[01_]+|0o[0-7_]+|0x[0-9a-fA-F_]+"
                + "|([0-9][0-9_]*)?\\.?[0-9_]*([eE][-+]?[0-9]+)?"
                + "|[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?"
                + "|\\.(inf|Inf|INF)|\\.(nan|NaN|NAN))");

    /** A date, only or with a time of day and a zone (YAML 1.1 timestamp). */
    static final Pattern TIME =
        Pattern.compile(
            "[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}"
                + "(([Tt]|[ \\t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(\\.[0-9]*)?"
                + "([ \\t]*(Z|[-+][0-9]{1,2}(:?[0-9]{2})?))?)?");

    private Numbers() {}
  }
}
