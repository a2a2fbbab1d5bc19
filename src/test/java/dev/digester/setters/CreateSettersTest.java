package dev.digester.setters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreateSettersTest {
  private static String created(String data, String fields) {
    return Fields.created(data, fields).text();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "image: nginx, tag: 1.27 | a: nginx:1.27          | a: nginx:1.27 # kpt-set: ${image}:${tag}",
        "image: nginx            | a: \"nginx\"           | a: \"nginx\" # kpt-set: ${image}",
        "image: nginx            | a: nginx # old         | a: nginx # kpt-set: ${image}",
        "image: nginx            | a: my-nginx-nginx      | a: my-nginx-nginx # kpt-set: my-${image}-${image}",
        "a: nginx, b: nginx-abc  | a: nginx-abc-nginx     | a: nginx-abc-nginx # kpt-set: ${b}-${a}",
        "x: nginx, y: nginx      | a: nginx               | a: nginx # kpt-set: ${x}",
        "x: image, y: nginx      | a: nginx               | a: nginx # kpt-set: ${y}",
        "x: nginx                | a: {b: nginx, c: [d]}, d: nginx | a: {b: nginx, c: [d]}, d: nginx # kpt-set: ${x}",
        "x: nginx                | nginx: [ubuntu], d: nginx | nginx: [ubuntu], d: nginx # kpt-set: ${x}",
      })
  void a_scalar_with_a_value_in_it_gets_its_pattern(String data, String before, String after) {
    String separator = ", (?=[a-z]+: n)";
    assertThat(created(data.replace(", ", "\n"), before.replaceAll(separator, "\n")))
        .isEqualTo(after.replaceAll(separator, "\n"));
  }

  @Test
  void a_block_list_with_all_elements_gets_the_comment_after_its_key() {
    assertThat(created("env: '[dev, stage]'\nx: stage", "a: # old\n- stage\n- dev\nb:\n- dev"))
        .isEqualTo("a: # kpt-set: ${env}\n- stage # kpt-set: ${x}\n- dev\nb:\n- dev");
  }

  @Test
  void a_flow_list_becomes_a_block_list_if_it_or_an_element_gets_a_comment() {
    assertThat(created("env: '[dev, stage]'", "a:\n  b: [dev, 'stage']\nc: [x]"))
        .isEqualTo("a:\n  b: # kpt-set: ${env}\n  - dev\n  - 'stage'\nc: [x]");
    assertThat(created("x: dev", "b: [dev, y]\nc: [y]"))
        .isEqualTo("b:\n- dev # kpt-set: ${x}\n- y\nc: [y]");
  }

  @Test
  void a_flow_list_of_several_lines_becomes_a_block_list_as_well() {
    assertThat(created("env: '[dev, stage]'", "a: [dev,\n  stage,\n] # old\nb: x"))
        .isEqualTo("a: # kpt-set: ${env}\n- dev\n- stage\nb: x");
    assertThat(created("env: '[dev, stage]'", "a:\n  [dev, stage]\nb: x"))
        .isEqualTo("a: # kpt-set: ${env}\n- dev\n- stage\nb: x");
    assertThat(created("x: dev", "a:\n  [dev, y]")).isEqualTo("a:\n- dev # kpt-set: ${x}\n- y");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: [{b: dev}, [dev]]",
        "a: [dev, # first\\n  stage]",
        "a: [dev,\\n  # second\\n  stage]",
        "a: # other\\n  [dev, stage]",
        "a: [&x dev, stage]",
        "? a\\n: [dev, stage]",
      })
  void a_flow_list_that_cannot_be_moved_as_it_is_stays(String fields) {
    String text = fields.replace("\\n", "\n");
    assertThat(created("env: '[dev, stage]'\nx: dev\ny: last", text + "\nz: last"))
        .isEqualTo(text + "\nz: last # kpt-set: ${y}");
  }

  @Test
  void a_digest_after_an_image_is_not_a_part_of_the_pattern() {
    String digest = "sha256:" + "0123456789abcdef".repeat(4);
    assertThat(created("image: nginx\nn: '3'", "a: nginx:1.3@" + digest))
        .isEqualTo("a: nginx:1.3@%s # kpt-set: ${image}:1.${n}".formatted(digest));
    assertThat(created("image: nginx\nd: " + digest, "a: nginx:1@" + digest))
        .isEqualTo("a: nginx:1@%s # kpt-set: ${image}:1@${d}".formatted(digest));
  }

  @Test
  void an_empty_list_keeps_its_brackets() {
    assertThat(created("env: '[]'", "a: []")).isEqualTo("a: [] # kpt-set: ${env}");
  }

  @Test
  void several_lines_get_no_comment() {
    assertThat(created("x: dev", "a: |\n  dev\nb: |-\n  dev\nc: dev"))
        .isEqualTo("a: |\n  dev\nb: |- # kpt-set: ${x}\n  dev\nc: dev # kpt-set: ${x}");
  }

  @Test
  void the_annotations_of_orchestrators_get_no_comment() {
    Fields fields =
        Fields.created("x: '0'", "annotations:\n  config.kubernetes.io/index: '0'\n  mine: '0'");
    assertThat(fields.text())
        .isEqualTo("annotations:\n  config.kubernetes.io/index: '0'\n  mine: '0' # kpt-set: ${x}");
  }

  @Test
  void a_second_run_changes_nothing() {
    String data = "env: '[dev, x]'\nimage: nginx";
    String once = created(data, "a: [dev, x]\nb: nginx:1");
    assertThat(created(data, once)).isEqualTo(once);
  }

  @Test
  void what_was_created_can_be_applied() {
    String made = created("env: '[dev, x]'\nimage: nginx", "a: [dev, x]\nb: nginx:1");
    assertThat(Fields.applied("env: '[p]'\nimage: apache", made).text())
        .isEqualTo("a: # kpt-set: ${env}\n- p\nb: apache:1 # kpt-set: ${image}:1");
  }

  @Test
  void the_results_say_what_the_catalog_says() {
    assertThat(Fields.created("x: dev\nenv: '[a, b]'", "a: dev\nb: [b, a]").messages())
        .containsExactly(
            "Added line comment \"kpt-set: ${x}\" for field with value \"dev\"",
            "Added line comment \"kpt-set: ${env}\" for field with value \"[a b]\"");
  }

  @Test
  void without_setters_without_matches_and_without_yaml_it_fails() {
    assertThat(Fields.created("", "a: b").messages())
        .containsExactly("failed to create setters: config map cannot be empty");
    Fields none = Fields.created("x: dev\nm: '{a: b}'", "a: b");
    assertThat(none.messages())
        .containsExactly("failed to create setters: no matches for the input list of setters");
    assertThat(none.failed()).isTrue();
    assertThat(Fields.created("x: '[a'", "a: b").problems())
        .containsExactly(
            "error 14 data.x: failed to create setters: parsing error: the value of setter x must be"
                + " YAML that holds a text or a list");
  }
}
