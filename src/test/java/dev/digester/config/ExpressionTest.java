package dev.digester.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExpressionTest {
  /** Each of them keeps java.util.regex busy for longer than anyone waits. */
  @ParameterizedTest
  @ValueSource(
      strings = {"((([a-z]+[-]?)+[.]?)+)!", "(a+)+b", "(a|a)*b", "((a*)*)*b", "(.*)*(.*)*(.*)*!"})
  void an_expression_ends_however_often_its_repeats_nest(String text) {
    Expression expression = Expression.of("pattern", text);
    assertThat(expression.isIn("a".repeat(20_000))).isFalse();
    assertThat(expression.matches("a".repeat(20_000))).isFalse();
    assertThat(expression.firstGroup("a".repeat(20_000))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ^a$               | 'a\n'  | false
          (?s)a.b           | 'a\nb' | true
          a.b               | 'a\rb' | true
          (?P<name>a)       | a      | true
          [[:alpha:]]+      | ab     | true
          \\pL              | ä      | true
          \\w               | ä      | false
          \\Qa.b\\E         | a.b    | true
          [a-z&&[^b]]       | b]     | true
          """)
  void an_expression_means_what_go_means_by_it(String expression, String text, boolean found) {
    assertThat(Expression.of("pattern", expression).isIn(text)).isEqualTo(found);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(?=a)",
        "(?!a)",
        "(?<=a)b",
        "(?<!a)b",
        "(a)\\1",
        "(?<x>a)\\k<x>",
        "(?>a)",
        "a++",
        "\\Z"
      })
  void what_only_backtracking_can_match_is_not_an_expression(String expression) {
    assertThatThrownBy(() -> Expression.of("pattern", expression))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("pattern must be a regular expression as Go reads it");
  }

  @Test
  void an_expression_has_at_most_10_000_steps_with_its_repeats_written_out() {
    assertThat(Expression.of("pattern", "([a-z0-9-]{1,63}\\.){1,100}x").isIn("a.b.x")).isTrue();
    for (String text :
        new String[] {
          "(a{1000}){1000}",
          "((a{100}){100}){100}",
          "([^]a]{2,1000}){11}",
          "(?:\\x{61}{1000}){11}",
          "(\\Qabcdefghijk\\E){1000}",
          "a".repeat(10_001)
        }) {
      assertTooLarge(text);
    }
  }

  @Test
  void groups_nest_up_to_1_000_deep() {
    assertThat(Expression.of("pattern", "(".repeat(999) + ")".repeat(999)).groups()).isEqualTo(999);
    assertTooLarge("(".repeat(1001) + ")".repeat(1001));
    assertTooLarge("(?:".repeat(100_000));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\", "a{", "a{2", "[", "[a\\", "[[:alpha:", "\\p{", "\\Qa", ")", "{2}"})
  void what_is_not_well_formed_is_an_error_or_a_plain_character(String expression) {
    try {
      assertThat(Expression.of("pattern", expression).groups()).isZero();
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageStartingWith("pattern must be a regular expression as Go reads it");
    }
  }

  private static void assertTooLarge(String text) {
    assertThatThrownBy(() -> Expression.of("pattern", text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("pattern must be a regular expression of at most 10,000 steps");
  }
}
