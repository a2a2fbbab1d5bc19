package dev.digester.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FieldSetTest {
  private static final Path FILE = Path.of("src/main/resources/dev/digester/config/field-sets.txt");

  @Test
  void every_line_has_a_set_a_group_a_kind_a_path_and_a_source() throws IOException {
    assertThat(lines())
        .allSatisfy(line ->
            assertThat(line)
                .matches("(tekton|argo|prometheus) +[a-z.]+ +[A-Za-z]+ +\\S+ +https://\\S+"));
  }

  @Test
  void no_line_is_there_twice() throws IOException {
    assertThat(lines()).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource(FieldSet.class)
  void every_set_can_be_read(FieldSet set) {
    assertThat(set.fields())
        .hasSizeGreaterThan(10)
        .allSatisfy(field -> {
          assertThat(field.group()).isPresent();
          assertThat(field.kind()).isPresent();
        });
  }

  @Test
  void all_is_all_of_them() throws IOException {
    assertThat(FieldSet.ALL.fields()).hasSameSizeAs(lines());
  }

  private static List<String> lines() throws IOException {
    return Files.readString(FILE, UTF_8).lines().filter(line -> !line.startsWith("#")).toList();
  }
}
