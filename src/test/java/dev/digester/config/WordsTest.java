package dev.digester.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  @ParameterizedTest
  @CsvSource({
    "skip, skip, 0",
    "skpi, skip, 1",
    "skips, skip, 1",
    "ski, skip, 1",
    "sklp, skip, 1",
    "SKIP, skip, 0",
    "'', skip, 4",
    "ca, host, 4"
  })
  void a_swap_costs_as_much_as_any_other_slip(String from, String to, int distance) {
    assertThat(Words.distance(from, to)).isEqualTo(distance);
  }

  @Test
  void alternatives_are_joined_with_commas_and_or() {
    assertThat(Words.either(List.of("a"))).isEqualTo("a");
    assertThat(Words.either(List.of("a", "b"))).isEqualTo("a or b");
    assertThat(Words.either(List.of("a", "b", "c"))).isEqualTo("a, b or c");
  }

  @Test
  void values_are_shown_on_one_line_and_cut_where_they_are_long() {
    assertThat(Words.quoted("a\n b\tc")).isEqualTo("\"a  b c\"");
    assertThat(Words.quoted("x".repeat(61))).isEqualTo("\"" + "x".repeat(60) + "…\"");
    assertThat(Words.quoted("\uD83D\uDE00".repeat(61)))
        .isEqualTo("\"" + "\uD83D\uDE00".repeat(60) + "…\"");
  }

  @Test
  void what_may_be_secret_is_not_shown() {
    assertThat(Words.quoted("https://joe:secret@m.example/a?token=b"))
        .isEqualTo("\"https://***@m.example/a?***\"");
    assertThat(Words.quoted("joe:secret@m.example")).isEqualTo("\"***@m.example\"");
    assertThat(Words.quoted("joe@m.example")).isEqualTo("\"***@m.example\"");
    assertThat(Words.quoted("https://joe:se/cret@m.example")).doesNotContain("cret");
    assertThat(Words.quoted("nginx:1.27@sha256:1")).isEqualTo("\"***@sha256:1\"");
  }
}
