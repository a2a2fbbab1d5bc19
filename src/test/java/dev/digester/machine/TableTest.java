package dev.digester.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {
  @TempDir private Path folder;

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("f.toml"), text);
  }

  @Test
  void tables_arrays_of_tables_inline_tables_and_dotted_keys_are_read() throws IOException {
    Table root =
        Table.read(
            write(
                """
                # what docker.io is
                a = ["x", 'y', # two
                  "z\\u0041",
                ]
                b = \"""
                several \\
                  lines\"""
                since = 2026-11-24T00:00:00Z
                [[registry]]
                prefix = "docker.io" # here
                insecure = true
                mirror = [{location = "m1", insecure = false}, {location = "m2"}]
                [[registry]]
                location = "b"
                [[registry.mirror]]
                location = "m3"
                [host."https://z.example:5000"]
                number = 1_000
                header.x = "y"
                [host."https://a.example"]
                """));
    assertThat(root.texts("a")).containsExactly("x", "y", "zA");
    assertThat(root.text("b")).contains("several lines");
    assertThat(root.tables("registry")).hasSize(2);
    assertThat(root.tables("registry").getFirst().flag("insecure")).isTrue();
    assertThat(root.tables("registry").getFirst().tables("mirror"))
        .extracting(mirror -> mirror.text("location").orElseThrow())
        .containsExactly("m1", "m2");
    assertThat(root.tables("registry").getLast().tables("mirror")).hasSize(1);
    assertThat(root.tablesByName("host"))
        .as("in the order of the file")
        .extracting(Map.Entry::getKey)
        .containsExactly("https://z.example:5000", "https://a.example");
    assertThat(root.tablesByName("none")).isEqualTo(List.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a = \"s3cr3t", "a =", "a = 1 s3cr3t", "[a", "= s3cr3t", "a = [1", "a = 1\na = 2"})
  void what_is_not_a_toml_is_told_by_its_line_and_not_quoted(String text) throws IOException {
    Path file = write(text);
    assertThatThrownBy(() -> Table.read(file))
        .isInstanceOf(MachineSettingsException.class)
        .hasMessageMatching(file + " is not TOML: reading it stopped at line [12]");
  }

  @Test
  void a_flag_that_is_not_a_boolean_is_refused() throws IOException {
    Table root = Table.read(write("insecure = \"true\"\n"));
    assertThatThrownBy(() -> root.flag("insecure"))
        .hasMessage(folder.resolve("f.toml") + " has a 'insecure' that is neither true nor false");
    assertThat(root.flag("blocked")).isFalse();
    assertThat(root).hasToString("Table of " + folder.resolve("f.toml"));
  }

  @Test
  void a_file_that_cannot_be_read_is_named() {
    assertThatThrownBy(() -> Table.read(folder)).hasMessage("cannot read " + folder);
  }
}
