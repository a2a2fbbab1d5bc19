package dev.digester.config;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Bounds what an expression takes to compile and to run: its steps when all its counted repeats are
 * written out, as they are for the machine that runs it, and how deep its groups nest. A character
 * of a text costs no more than one look at each step. What is not well formed passes here, for the
 * compiler tells it better.
 */
final class ExpressionSize {
  private static final long MOST_STEPS = 10_000;

  /** As Go's. */
  private static final int DEEPEST = 1000;

  private static final long CEILING = 1L << 32;

  private final String expression;
  private final Deque<Long> outer = new ArrayDeque<>();
  private int at;

  /** The steps of the group so far, and those of its last item, which a repeat multiplies. */
  private long steps;

  private long item;

  private ExpressionSize(String expression) {
    this.expression = expression;
  }

  /**
   * Checks the size.
   *
   * @param key of the configuration whose value the expression is
   * @throws IllegalArgumentException if it is too large
   */
  static void check(String key, String expression) {
    ExpressionSize size = new ExpressionSize(expression);
    while (size.at < expression.length()) {
      size.next();
      if (size.steps > MOST_STEPS || size.outer.size() > DEEPEST) {
        throw new IllegalArgumentException(
            "%s must be a regular expression of at most 10,000 steps and 1,000 nested groups, but %s"
                    .formatted(key, Words.literal(expression))
                + " has more with its repeats written out: repeat less");
      }
    }
  }

  private void next() {
    char c = expression.charAt(at);
    switch (c) {
      case '(' -> open();
      case ')' -> close();
      case '{' -> repeat();
      case '\\' -> escape();
      case '[' -> {
        at = endOfClass();
        add(1);
      }
      case '*', '+', '?', '|' -> {
        at++;
        steps++;
      }
      default -> {
        at++;
        add(1);
      }
    }
  }

  private void add(long size) {
    item = size;
    steps = Math.min(CEILING, steps + size);
  }

  private void open() {
    at++;
    outer.push(steps);
    steps = 0;
  }

  private void close() {
    at++;
    long inner = steps + 2;
    steps = outer.isEmpty() ? 0 : outer.pop();
    add(inner);
  }

  /** A brace that does not hold a count is a character. */
  private void repeat() {
    int end = expression.indexOf('}', at);
    String count = end < 0 ? "" : expression.substring(at + 1, end);
    if (!count.matches("[0-9]{1,4}(,[0-9]{0,4})?")) {
      at++;
      add(1);
      return;
    }
    long most = 1;
    for (String number : count.split(",", -1)) {
      most = number.isEmpty() ? most : Math.max(most, Long.parseLong(number));
    }
    at = end + 1;
    steps -= item;
    add(Math.min(CEILING, item * most));
  }

  /** Counts a quotation by its characters, and all else that a backslash begins as one. */
  private void escape() {
    if (expression.startsWith("\\Q", at)) {
      int end = expression.indexOf("\\E", at + 2);
      int quoted = (end < 0 ? expression.length() : end) - at - 2;
      steps += quoted;
      at = end < 0 ? expression.length() : end + 2;
      item = 1;
      return;
    }
    int brace = at + 2;
    boolean braced = brace < expression.length() && expression.charAt(brace) == '{';
    boolean named = braced && "pPx".indexOf(expression.charAt(at + 1)) >= 0;
    int end = named ? expression.indexOf('}', at) : -1;
    at = end < 0 ? at + 2 : end + 1;
    add(1);
  }

  private int endOfClass() {
    int i = at + 1;
    i += expression.startsWith("^", i) ? 1 : 0;
    i += expression.startsWith("]", i) ? 1 : 0;
    while (i < expression.length() && expression.charAt(i) != ']') {
      int posix = expression.startsWith("[:", i) ? expression.indexOf(":]", i + 2) : -1;
      if (posix >= 0) {
        i = posix + 2;
      } else {
        i += expression.charAt(i) == '\\' ? 2 : 1;
      }
    }
    return i + 1;
  }
}
