package dev.digester.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FieldSetTest {
  private static final Path FILES = Path.of("src/main/resources/dev/digester/config/field-sets");
  private static final Path GOLDENS = Path.of("src/test/resources/golden");

  private static List<FieldSet> sets() {
    return Arrays.stream(FieldSet.values()).filter(set -> set != FieldSet.ALL).toList();
  }

  @ParameterizedTest
  @MethodSource("sets")
  void every_line_has_a_group_a_kind_a_path_a_source_and_perhaps_a_pattern(FieldSet set)
      throws IOException {
    assertThat(lines(set))
        .isNotEmpty()
        .doesNotHaveDuplicates()
        .allSatisfy(
            line -> assertThat(line).matches("[a-z0-9.-]+ [A-Za-z0-9]+ \\S+ https://\\S+( \\S+)?"));
  }

  @ParameterizedTest
  @MethodSource("sets")
  void every_set_can_be_read(FieldSet set) throws IOException {
    assertThat(set.fields())
        .hasSameSizeAs(lines(set))
        .allSatisfy(field -> {
          assertThat(field.group()).isPresent();
          assertThat(field.kind()).isPresent();
        });
  }

  @ParameterizedTest
  @MethodSource("sets")
  void every_set_has_a_golden_that_shows_what_it_pins(FieldSet set) {
    assertThat(GOLDENS.resolve("field-set-" + set.word()).resolve("input.yaml")).exists();
  }

  @ParameterizedTest
  @MethodSource("sets")
  void what_a_resource_builds_and_pushes_is_in_no_set(FieldSet set) throws IOException {
    assertThat(lines(set)).noneMatch(line -> line.contains("/build/") || line.contains("output"));
  }

  @Test
  void there_is_no_file_without_a_set() throws IOException {
    try (Stream<Path> files = Files.list(FILES)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              sets().stream().map(set -> set.word() + ".txt").toList());
    }
  }

  @Test
  void all_is_all_of_them() {
    assertThat(FieldSet.ALL.fields())
        .isEqualTo(sets().stream().flatMap(set -> set.fields().stream()).toList());
  }

  private static List<String> lines(FieldSet set) throws IOException {
    return Files.readString(FILES.resolve(set.word() + ".txt"), UTF_8)
        .lines()
        .filter(line -> !line.startsWith("#"))
        .toList();
  }
}
