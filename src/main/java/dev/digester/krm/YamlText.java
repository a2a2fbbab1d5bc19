package dev.digester.krm;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.digester.document.edit.Spelling;
import java.util.Locale;
import java.util.Set;

/** Writes scalars of results in YAML that every reader, 1.1 or 1.2, takes for the same value. */
final class YamlText {
  /** In bytes; a longer text is written in quotes. */
  private static final int LONGEST_PLAIN = 1_000;

  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

  /** What a colon may be before, by its byte. */
  private static final boolean[] WORD = among(LETTERS + "0123456789_/.");

  /** What may be anywhere but at the start, by its byte. */
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
  static byte[] of(String text) {
    byte[] utf8 = text.getBytes(UTF_8);
    return isPlain(utf8) && !isTyped(text) ? utf8 : Spelling.doubleQuoted(text).getBytes(UTF_8);
  }

  /**
   * Whether a text is plain without doubt: it begins with a letter, has no indicator that could end
   * a plain scalar ({@code ": "} and {@code " #"}, YAML 1.2.2 clause 7.3.3) and does not end with a
   * colon or a blank.
   */
  private static boolean isPlain(byte[] utf8) {
    if (utf8.length == 0 || utf8.length > LONGEST_PLAIN || !isLetter(utf8[0])) {
      return false;
    }
    int last = utf8.length - 1;
    for (int i = 1; i <= last; i++) {
      byte c = utf8[i];
      boolean fits = c == ':' ? i < last && WORD[utf8[i + 1] & 0xFF] : PLAIN[c & 0xFF];
      if (!fits) {
        return false;
      }
    }
    return utf8[last] != ' ';
  }

  private static boolean isLetter(byte c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** Whether YAML 1.1 readers take a plain text for a boolean or null, in any case. */
  private static boolean isTyped(String text) {
    return text.length() <= LONGEST_TYPED && TYPED.contains(text.toLowerCase(Locale.ROOT));
  }
}
