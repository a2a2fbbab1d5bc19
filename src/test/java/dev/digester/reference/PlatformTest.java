package dev.digester.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformTest {
  @ParameterizedTest
  @ValueSource(strings = {"linux/amd64", "linux/arm64/v8", "linux/arm/v7", "windows/amd64"})
  void reads_what_it_writes(String text) {
    assertThat(Platform.parse(text)).get().hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "linux", "linux/", "/amd64", "linux/arm/v7/x", "linux/arm/", "li nux/a"})
  void other_texts_are_none(String text) {
    assertThat(Platform.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "linux/amd64, linux/amd64, true",
    "linux/amd64, linux/amd64/v3, true",
    "linux/amd64/v3, linux/amd64, false",
    "linux/amd64, linux/arm64, false",
    "linux/amd64, windows/amd64, false",
    "linux/arm64, linux/arm64/v8, true",
    "linux/arm64/v8, linux/arm64, true",
    "linux/arm64/v8, linux/arm64/v8, true",
    "linux/arm64, linux/arm64/v9, false",
    "linux/arm, linux/arm/v6, true",
    "linux/arm, linux/arm, true",
    "linux/arm/v7, linux/arm/v6, false",
    "linux/arm/v7, linux/arm/v7, true",
  })
  void knows_which_images_serve(String wanted, String offered, boolean served) {
    assertThat(
            Platform.parse(wanted).orElseThrow().isServedBy(Platform.parse(offered).orElseThrow()))
        .isEqualTo(served);
  }

  @Test
  void knows_what_runs_nowhere() {
    assertThat(Platform.parse("unknown/unknown").orElseThrow().isUnknown()).isTrue();
    assertThat(Platform.parse("linux/unknown").orElseThrow().isUnknown()).isFalse();
  }

  @Test
  void cannot_be_wrong() {
    assertThatThrownBy(() -> new Platform("", "amd64", Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
