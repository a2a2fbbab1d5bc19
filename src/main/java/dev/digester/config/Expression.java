package dev.digester.config;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/**
 * A regular expression of a user, which means what Go's package regexp means by it: that is what
 * kustomize and kpt use. The time that it takes grows with the text and not with the ways to read
 * it, so that no expression outlasts the run's timeout.
 */
public final class Expression {
  private final Pattern pattern;

  private Expression(Pattern pattern) {
    this.pattern = pattern;
  }

  /** A part of a text, from its start to before its end. */
  public record Part(int start, int end) {}

  /**
   * Compiles an expression.
   *
   * @param key of the configuration whose value it is
   * @throws IllegalArgumentException if it is not one
   */
  public static Expression of(String key, String expression) {
    ExpressionSize.check(key, expression);
    try {
      return new Expression(Pattern.compile(expression));
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(problem(key, expression, e), e);
    }
  }

  private static String problem(String key, String expression, PatternSyntaxException e) {
    String where = e.getPattern() == null ? "" : e.getPattern();
    return "%s must be a regular expression as Go reads it%s, but %s is not: %s%s"
        .formatted(
            key,
            isOfJavaOnly(where) ? ", without lookarounds and back references" : "",
            Words.literal(expression),
            e.getDescription(),
            where.isEmpty() || where.equals(expression) ? "" : ": " + Words.literal(where));
  }

  private static boolean isOfJavaOnly(String where) {
    return where.startsWith("(?") || where.matches("\\\\[1-9k].*");
  }

  /** The number of its groups in parentheses. */
  int groups() {
    return pattern.groupCount();
  }

  /** Whether some part of a text matches. */
  public boolean isIn(String text) {
    return pattern.matcher(text).find();
  }

  /** Whether all of a text matches. */
  public boolean matches(String text) {
    return pattern.matcher(text).matches();
  }

  /** The first group of the first match in a text; empty where there is none. */
  public Optional<Part> firstGroup(String text) {
    Matcher found = pattern.matcher(text);
    return found.find() && found.start(1) >= 0
        ? Optional.of(new Part(found.start(1), found.end(1)))
        : Optional.empty();
  }
}
