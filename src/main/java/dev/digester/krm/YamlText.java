package dev.digester.krm;

import dev.digester.document.Spelling;
import java.util.Locale;
import java.util.Set;

/** Writes scalars of results in YAML that every reader, 1.1 or 1.2, takes for the same value. */
final class YamlText {
  /** In characters; a longer text is written in quotes. */
  private static final int LONGEST_PLAIN = 1_000;

  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

  /** What a colon may stand in front of, by its code. */
  private static final boolean[] WORD = among(LETTERS + "0123456789_/.");

  /** What may stand anywhere but at the start, by its code. */
  private static final boolean[] PLAIN = among(LETTERS + "0123456789_/. @+()[]-");

  private static final Set<String> TYPED =
      Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");
  private static final int LONGEST_TYPED = "false".length();

  private YamlText() {}

  private static boolean[] among(String chars) {
    boolean[] among = new boolean[1 << Byte.SIZE];
    chars.chars().forEach(c -> among[c] = true);
    return among;
  }

  /** A text as a scalar: as it is, or in double quotes. */
  static String of(String text) {
    return isPlain(text) && !isTyped(text) ? text : Spelling.doubleQuoted(text);
  }

  /**
   * Whether a text is plain without doubt: it begins with a letter, has no indicator that could end
   * a plain scalar ({@code ": "} and {@code " #"}, YAML 1.2.2 clause 7.3.3) and does not end with a
   * colon or a blank.
   */
  private static boolean isPlain(String text) {
    if (text.isEmpty() || text.length() > LONGEST_PLAIN || !isLetter(text.charAt(0))) {
      return false;
    }
    char[] chars = text.toCharArray();
    int last = chars.length - 1;
    for (int i = 1; i <= last; i++) {
      char c = chars[i];
      boolean fits = c == ':' ? i < last && isAmong(WORD, chars[i + 1]) : isAmong(PLAIN, c);
      if (!fits) {
        return false;
      }
    }
    return chars[last] != ' ';
  }

  private static boolean isAmong(boolean[] chars, char c) {
    return c < chars.length && chars[c];
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** Whether YAML 1.1 readers take a plain text for a boolean or null, in any case. */
  private static boolean isTyped(String text) {
    return text.length() <= LONGEST_TYPED && TYPED.contains(text.toLowerCase(Locale.ROOT));
  }
}
