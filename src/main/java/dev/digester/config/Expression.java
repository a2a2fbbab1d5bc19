package dev.digester.config;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Regular expressions of the configuration. */
final class Expression {
  private Expression() {}

  /**
   * Compiles an expression.
   *
   * @param key under which the expression stands
   * @throws IllegalArgumentException if it is none
   */
  static Pattern compile(String key, String expression) {
    try {
      return Pattern.compile(expression);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "%s must be a regular expression, but %s is none: %s near position %d"
              .formatted(key, Words.literal(expression), e.getDescription(), e.getIndex() + 1),
          e);
    }
  }
}
