package dev.digester.krm;

import java.util.Locale;
import java.util.Set;

/** Writes scalars of results in YAML that every reader, 1.1 or 1.2, takes for the same value. */
final class YamlText {
  /** In characters; a longer text is written in quotes. */
  private static final int LONGEST_PLAIN = 1_000;

  private static final String OTHERS = " @+()[]-";
  private static final Set<String> TYPED =
      Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");
  private static final int LONGEST_TYPED = "false".length();

  private YamlText() {}

  static String scalar(Object value) {
    if (value instanceof Number) {
      return value.toString();
    }
    String text = value.toString();
    return isPlain(text) && !isTyped(text) ? text : JsonText.of(text);
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
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean fits =
          c == ':'
              ? i + 1 < text.length() && isWord(text.charAt(i + 1))
              : isWord(c) || OTHERS.indexOf(c) >= 0;
      if (!fits) {
        return false;
      }
    }
    return !text.endsWith(" ");
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** What a colon may stand in front of. */
  private static boolean isWord(char c) {
    return isLetter(c) || (c >= '0' && c <= '9') || c == '_' || c == '/' || c == '.';
  }

  /** Whether YAML 1.1 readers take a plain text for a boolean or null, in any case. */
  private static boolean isTyped(String text) {
    return text.length() <= LONGEST_TYPED && TYPED.contains(text.toLowerCase(Locale.ROOT));
  }
}
