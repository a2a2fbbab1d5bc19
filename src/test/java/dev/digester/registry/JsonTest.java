package dev.digester.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  private static Json json(String text) {
    return Json.of(new Bytes(text.getBytes(UTF_8))).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "true", "7", "{}", "[]"})
  void case_06_what_is_not_a_string_is_absent(String value) {
    assertThat(json("{\"a\": " + value + "}").text("a")).isEmpty();
  }

  @Test
  void numbers_may_be_strings_and_null_is_absent() {
    var json = json("{\"a\": 7, \"b\": \"8\", \"c\": null, \"d\": \"null\"}");
    assertThat(json.number("a")).contains("7");
    assertThat(json.number("b")).contains("8");
    assertThat(json.number("c")).isEmpty();
    assertThat(json.text("d")).contains("null");
  }
}
