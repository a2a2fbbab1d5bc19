package dev.digester.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TomlReaderTest {
  @Test
  void tables_arrays_of_tables_and_inline_tables_are_read() {
    Toml.Table root =
        TomlReader.read(
            "f",
            """
            # what docker.io is
            a = ["x", 'y', # two
              "z\\u0041",
            ]
            [[registry]]
            prefix = "docker.io" # here
            insecure = true
            mirror = [{location = "m1", insecure = false}, {location = "m2"}]
            [[registry]]
            location = "b"
            [[registry.mirror]]
            location = "m3"
            [host."https://m.example:5000"]
            number = 1_000
            header.x = "y"
            """);
    assertThat(root.get("a").orElseThrow().texts()).containsExactly("x", "y", "zA");
    assertThat(root.tables("registry")).hasSize(2);
    assertThat(root.tables("registry").getFirst().flag("insecure")).isTrue();
    assertThat(root.tables("registry").getFirst().tables("mirror"))
        .extracting(m -> m.text("location").orElseThrow())
        .containsExactly("m1", "m2");
    assertThat(root.tables("registry").getLast().tables("mirror")).hasSize(1);
    assertThat(
            root.table("host")
                .orElseThrow()
                .table("https://m.example:5000")
                .orElseThrow()
                .entries())
        .containsOnlyKeys("number", "header");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a = "b     | f, line 1: a string does not end on its line
          a =        | f, line 1: a value is missing
          a = 1 b    | f, line 1: expected the end of the line
          [a         | f, line 1: expected ]
          = b        | f, line 1: expected a key
          a = [1     | f, line 1: expected ]
          """)
  void what_is_no_toml_is_told_by_its_line(String text, String message) {
    assertThatThrownBy(() -> TomlReader.read("f", text)).hasMessage(message);
  }

  @Test
  void a_key_that_is_there_twice_is_refused() {
    assertThatThrownBy(() -> TomlReader.read("f", "a = 1\na = 2\n"))
        .isInstanceOf(MachineSettingsException.class)
        .hasMessage("f, line 2: 'a' is there twice");
  }
}
