package dev.digester.krm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {
  @Test
  void what_would_end_or_bend_a_line_is_escaped() {
    assertThat(Printable.of("a\nb\rc\td\u0007e\u202ef\u2028g"))
        .isEqualTo("a\\nb\\rc\\td\\u0007e\\u202ef\\u2028g");
  }

  @Test
  void letters_of_all_planes_stay() {
    assertThat(Printable.of("é € 😀")).isEqualTo("é € 😀");
  }

  @Test
  void a_long_value_is_cut() {
    assertThat(Printable.of("😀".repeat(501))).hasSize(1001).endsWith("😀…");
    assertThat(Printable.of("a".repeat(500))).hasSize(500).doesNotContain("…");
  }

  @Test
  void a_line_of_several_values_is_longer_than_one() {
    assertThat(Printable.line("a\n".repeat(2_000))).hasSize(6_000).doesNotContain("…");
    assertThat(Printable.line("a".repeat(4_001))).hasSize(4_001).endsWith("a…");
  }
}
