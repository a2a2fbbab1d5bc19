package dev.digester.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoDurationTest {
  @ParameterizedTest
  @CsvSource({
    "90s, PT1M30S",
    "4m, PT4M",
    "1h30m, PT1H30M",
    "1.5h, PT1H30M",
    "500ms, PT0.5S",
    ".5s, PT0.5S",
    "1.s, PT1S",
    "2m2s500ms, PT2M2.5S",
    "1s1m, PT1M1S",
    "+5s, PT5S",
    "-5s, PT-5S",
    "0, PT0S",
    "-0, PT0S",
    "1us, PT0.000001S",
    "1µs, PT0.000001S",
    "1μs, PT0.000001S",
    "3ns, PT0.000000003S",
    "0.0000000001s, PT0S",
    "9223372036854775807ns, PT2562047H47M16.854775807S"
  })
  void a_duration_is_read_as_go_reads_it(String text, Duration duration) {
    assertThat(GoDuration.parse(text)).isEqualTo(duration);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "3",
        "-",
        "+",
        "s",
        ".",
        ".s",
        "-.s",
        "+.s",
        "1d",
        "1 s",
        " 1s",
        "1s ",
        "1S",
        "1s2",
        "1.2.3s",
        "1e3s",
        "--1s",
        "PT1S",
        "9223372036854775808ns",
        "10000000h",
        "abc",
        "1m-5s"
      })
  void anything_else_is_not_a_duration(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> GoDuration.parse(text));
  }

  @Test
  void absurdly_long_numbers_are_refused_before_they_are_counted() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GoDuration.parse("1".repeat(1_000_000) + "s"));
  }

  @Test
  void a_run_takes_at_most_290_seconds() {
    assertThat(Timeout.parse("290s").length()).isEqualTo(Timeout.MAX);
    assertThatIllegalArgumentException().isThrownBy(() -> Timeout.parse("290001ms"));
  }
}
