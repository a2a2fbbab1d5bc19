package dev.digester.krm;

import java.util.regex.Pattern;

/** Writes scalars of results in YAML that every reader, 1.1 or 1.2, takes for the same value. */
final class YamlText {
  /**
   * Text that is plain without doubt: it begins with a letter, has no indicator that could end a
   * plain scalar ({@code ": "} and {@code " #"}, YAML 1.2.2 clause 7.3.3) and does not end with a
   * colon or a blank.
   */
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z](?:[A-Za-z0-9 ._/@+()\\[\\]-]|:(?=[A-Za-z0-9_/.])){0,1000}(?<![ ])");

  /** Plain texts that YAML 1.1 readers take for booleans and nulls, in any case. */
  private static final Pattern TYPED = Pattern.compile("(?i)y|n|yes|no|on|off|true|false|null");

  private YamlText() {}

  static String scalar(Object value) {
    if (value instanceof Number) {
      return value.toString();
    }
    String text = value.toString();
    boolean plain = PLAIN.matcher(text).matches() && !TYPED.matcher(text).matches();
    return plain ? text : JsonText.of(text);
  }
}
