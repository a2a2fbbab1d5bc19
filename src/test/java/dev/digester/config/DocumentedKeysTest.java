package dev.digester.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The keys are the components of the records that Jackson fills; documentation keeps up. */
class DocumentedKeysTest {
  private static final Path EXAMPLE = Path.of("fn-config.yaml");
  private static final Path PAGE = Path.of("docs/configuration.md");

  /** A line that is switched off: its # is not followed by exactly one blank. */
  private static final Pattern SWITCHED_OFF = Pattern.compile("(?m)^( *)#(?! \\S)");

  /** An empty collection, the default, below an example that is switched off. */
  private static final Pattern PLACEHOLDER = Pattern.compile("(?m)^  \\w+: (\\[]|\\{})$");

  @Test
  void the_example_file_holds_the_defaults() throws IOException {
    assertThat(Written.file(text(EXAMPLE))).isEqualTo(Configuration.defaults());
  }

  @Test
  void the_example_file_with_all_its_examples_is_valid() throws IOException {
    String all = PLACEHOLDER.matcher(text(EXAMPLE)).replaceAll("");
    Configuration read = Written.file(SWITCHED_OFF.matcher(all).replaceAll("$1"));
    assertThat(read.registries()).hasSize(1);
    assertThat(read.setters()).hasSize(2);
    assertThat(read.images()).hasSize(2);
    assertThat(read.fields()).hasSize(3);
  }

  @Test
  void the_example_file_is_not_applied_to_a_cluster() throws IOException {
    assertThat(text(EXAMPLE)).contains("config.kubernetes.io/local-config: \"true\"");
  }

  @Test
  void every_key_is_in_the_example_file() throws IOException {
    String example = text(EXAMPLE);
    assertThat(SpecKeys.all())
        .map(key -> key.substring(key.lastIndexOf('.') + 1))
        .allSatisfy(name -> assertThat(example).containsPattern("[ #-]" + name + ":"));
  }

  @Test
  void every_key_has_its_row_on_the_page() throws IOException {
    List<String> rows = text(PAGE).lines().toList();
    assertThat(SpecKeys.all())
        .hasSizeGreaterThan(40)
        .allSatisfy(key -> assertThat(rows).anyMatch(row -> row.startsWith("| `" + key + "` |")));
  }

  @Test
  void every_key_of_a_config_map_is_on_the_page() throws IOException {
    String page = text(PAGE);
    assertThat(ConfigMapData.KEYS)
        .allSatisfy(
            key -> assertThat(page).containsPattern("\\| `" + Pattern.quote(key) + "`.* \\|"));
  }

  @Test
  void the_variables_are_on_the_page() throws IOException {
    assertThat(text(PAGE)).contains("`OFFLINE`", "`SKIP_PREFIXES`", "`KUBECONFIG`", "`DEBUG`");
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, UTF_8);
  }
}
