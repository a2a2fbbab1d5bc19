package dev.digester.document.edit;

import dev.digester.document.TypedText;
import java.util.regex.Pattern;

/** How a value is written in each style, and whether it can be. */
public final class Spelling {
  /** A number, true, false or null of JSON (RFC 8259, clauses 3 and 6). */
  private static final Pattern JSON_LITERAL =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?|true|false|null");

  private static final String INDICATORS = ",[]{}#&*!|>'\"%@`?:";

  private static final String FLOW_INDICATORS = ",[]{}";

  private Spelling() {}

  static boolean isJsonLiteral(String value) {
    return JSON_LITERAL.matcher(value).matches();
  }

  /**
   * Whether a plain scalar of this text, on one line, reads as the same text (YAML 1.2.2, clause
   * 7.3.3); what type it has then is not asked. Stricter than the clause, never laxer.
   */
  static boolean fitsPlain(String value, boolean inFlow) {
    if (value.isEmpty() || value.startsWith("---") || value.startsWith("...")) {
      return false;
    }
    char first = value.charAt(0);
    boolean dash = first == '-' && (value.length() == 1 || value.charAt(1) == ' ');
    return !dash && first != ' ' && INDICATORS.indexOf(first) < 0 && continuesPlain(value, inFlow);
  }

  /** Whether nothing after the first character ends a plain scalar, nor would be dropped. */
  private static boolean continuesPlain(String value, boolean inFlow) {
    char before = ' ';
    char[] chars = value.toCharArray();
    for (char c : chars) {
      boolean key = before == ':' && c == ' ';
      boolean comment = before == ' ' && c == '#';
      boolean flow = inFlow && FLOW_INDICATORS.indexOf(c) >= 0;
      if (key || comment || flow || !isPrintable(c)) {
        return false;
      }
      before = c;
    }
    return before != ' ' && before != ':';
  }

  /** Whether every character may stand unescaped on a line of a single-quoted or block scalar. */
  static boolean fitsOneLine(String value) {
    char[] chars = value.toCharArray();
    for (char c : chars) {
      if (c != '\t' && !isPrintable(c)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Printable, and no line break to any reader (YAML 1.1 counts U+0085, U+2028 and U+2029). All
   * characters of two chars are, and so is each of the two.
   */
  private static boolean isPrintable(char c) {
    if (c <= 0x7E) {
      return c >= 0x20;
    }
    boolean excluded = c == 0x2028 || c == 0x2029 || c == 0xFEFF || c == 0xFFFE || c == 0xFFFF;
    return c >= 0xA0 && !excluded;
  }

  /**
   * A new string value as go-yaml writes it: plain where every reader takes that for the same
   * string, in double quotes where a reader takes it for another type, else in single quotes.
   *
   * @param inFlow whether it goes into a flow collection
   */
  public static String string(String value, boolean inFlow) {
    if (fitsPlain(value, inFlow)) {
      return TypedText.isTyped(value) ? doubleQuoted(value) : value;
    }
    return value.isEmpty() || !fitsOneLine(value) ? doubleQuoted(value) : singleQuoted(value);
  }

  static String singleQuoted(String value) {
    return "'" + insideSingleQuotes(value) + "'";
  }

  static String insideSingleQuotes(String value) {
    return value.replace("'", "''");
  }

  /** In double quotes, on one line, with what YAML and JSON have in common of escapes. */
  public static String doubleQuoted(String value) {
    return "\"" + insideDoubleQuotes(value) + "\"";
  }

  /** With escapes that YAML (clause 5.7) and JSON (RFC 8259, clause 7) share. */
  static String insideDoubleQuotes(String value) {
    StringBuilder text = new StringBuilder(0);
    int done = 0;
    char[] chars = value.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      char c = chars[i];
      if (c == '"' || c == '\\' || !isPrintable(c)) {
        text.append(value, done, i).append(escape(c));
        done = i + 1;
      }
    }
    return done == 0 ? value : text.append(value, done, chars.length).toString();
  }

  private static String escape(char c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> "\\u%04X".formatted((int) c);
    };
  }

  /** A text in quotes, with what JSON has escapes for escaped (RFC 8259, clause 7). */
  public static String jsonQuoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\') {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
