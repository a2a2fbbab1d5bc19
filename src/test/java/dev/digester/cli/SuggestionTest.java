package dev.digester.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
  private static final List<String> COMMANDS = List.of("fn", "pin", "list", "digest", "resolve");

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "pni, digester pin",
        "lst, digester list",
        "digset, digester digest",
        "pom.xml, digester pin pom.xml",
        "nginx:1.27, digester digest nginx:1.27",
        "ghcr.io/a/b, digester digest ghcr.io/a/b",
        "something, -",
        "UPPER:1, -",
      })
  void what_was_meant_is_a_near_command_a_file_or_an_image(String word, String meant) {
    assertThat(Suggestion.of(word, COMMANDS)).isEqualTo(Optional.ofNullable(meant));
  }
}
