package dev.digester.setters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListSettersTest {
  private static String kptfile(String body) {
    return """
    - apiVersion: kpt.dev/v1
      kind: Kptfile
      metadata:
        name: package
        annotations: {config.kubernetes.io/path: Kptfile}
    """
        + body.indent(2);
  }

  @Test
  void each_setter_has_its_first_value_its_type_and_its_number_of_fields() {
    assertThat(
            Fields.listed(
                    """
                    image: nginx:1.27 # kpt-set: ${image}:${tag}
                    again: "1.28" # kpt-set: ${tag}
                    replicas: 3 # kpt-set: ${replicas}
                    ratio: 1.10 # kpt-set: ${ratio}
                    on: true # kpt-set: ${on}
                    word: yes # kpt-set: ${word}
                    nothing: "" # kpt-set: ${nothing}
                    envs: # kpt-set: ${env}
                    - stage
                    - dev
                    more: [x] # kpt-set: ${env}
                    """,
                    "")
                .messages())
        .containsExactly(
            "Name: env, Value: [dev, stage], Type: array, Count: 2",
            "Name: image, Value: nginx, Type: str, Count: 1",
            "Name: on, Value: true, Type: bool, Count: 1",
            "Name: ratio, Value: 1.10, Type: float, Count: 1",
            "Name: replicas, Value: 3, Type: int, Count: 1",
            "Name: tag, Value: 1.27, Type: str, Count: 2",
            "Name: word, Value: yes, Type: str, Count: 1");
  }

  @ParameterizedTest
  @CsvSource({
    "0x1F, int",
    "0o17, int",
    "017, int",
    "0b11, int",
    "1_000, int",
    "+5, int",
    "0, int",
    "18446744073709551615, int",
    "999999999999999999999, float",
    "08, float",
    "5., float",
    "1e3, float",
    "-.5, float",
    ".inf, float",
    ".NaN, float",
    "1.10.1, str",
    "1:30, str",
    "True, bool",
    "on, str",
    "yes, str",
    "~, null",
    "null, null",
    "<<, merge",
    "'\"5\"', str",
    "2020-1-31, timestamp",
    "2020-01-01T10:00:00Z, timestamp",
    "2020-13-01, str",
    "!!str 5, str",
  })
  void types_are_those_of_the_catalogs_reader(String value, String type) {
    assertThat(Fields.listed("a: " + value + " # kpt-set: ${a}", "").messages())
        .singleElement()
        .asString()
        .endsWith("Type: " + type + ", Count: 1");
  }

  @Test
  void elements_that_are_not_text_are_shown_as_written() {
    assertThat(Fields.listed("a: [{b: c}, d] # kpt-set: ${a}", "").messages())
        .containsExactly("Name: a, Value: [d, {b: c}], Type: array, Count: 1");
  }

  @Test
  void a_digest_is_not_a_part_of_a_value() {
    String digest = "sha256:" + "0123456789abcdef".repeat(4);
    assertThat(Fields.listed("a: nginx:1@" + digest + " # kpt-set: ${image}:${tag}", "").messages())
        .containsExactly(
            "Name: image, Value: nginx, Type: str, Count: 1",
            "Name: tag, Value: 1, Type: str, Count: 1");
  }

  @Test
  void without_setters_there_is_a_warning() {
    Fields none = Fields.listed("a: b", "");
    assertThat(none.messages()).containsExactly("no setters found");
    assertThat(none.failed()).isFalse();
  }

  @Test
  void the_kptfile_gives_values_and_later_functions_win() {
    String pipeline =
        """
        pipeline:
          mutators:
          - image: ghcr.io/kptdev/krm-functions-catalog/apply-setters:v0.2
            configMap: {tag: "1", unused: x, env: '[dev, "x"]', n: "3"}
          - image: set-labels
            configMap: {label: y}
          - image: apply-setters
            configPath: setters.yaml
        """;
    String setters =
        """
        - apiVersion: v1
          kind: ConfigMap
          metadata:
            name: setters
            annotations: {config.kubernetes.io/path: setters.yaml}
          data: {tag: "2"}
        """;
    assertThat(Fields.listed("a: 9 # kpt-set: ${n}", kptfile(pipeline) + setters).messages())
        .containsExactly(
            "Name: env, Value: [dev, \"x\"], Type: array, Count: 0",
            "Name: n, Value: 3, Type: int, Count: 1",
            "Name: tag, Value: 2, Type: str, Count: 0",
            "Name: unused, Value: x, Type: str, Count: 0");
  }

  @Test
  void a_function_without_its_configuration_hides_those_of_all() {
    String pipeline =
        """
        pipeline:
          mutators:
          - image: apply-setters
            configMap: {tag: "1"}
          - image: apply-setters
            configPath: missing.yaml
        """;
    assertThat(Fields.listed("a: b", kptfile(pipeline)).messages())
        .containsExactly("no setters found");
  }

  @Test
  void a_key_that_kpt_does_not_know_makes_the_kptfile_invalid() {
    assertThat(Fields.listed("a: b", kptfile("pipelines: {}")).problems())
        .containsExactly(
            "error 15 pipelines: failed to list setters: unable to read Kptfile: kpt does not know"
                + " the field pipelines");
    assertThat(Fields.listed("a: b", kptfile("pipeline: {mutators: [{images: x}]}")).problems())
        .containsExactly(
            "error 15 pipeline.mutators[0].images: failed to list setters: unable to read Kptfile:"
                + " kpt does not know the field pipeline.mutators[0].images");
    assertThat(
            Fields.listed("a: b", kptfile("").replace("kpt.dev/v1", "kpt.dev/v1alpha2")).messages())
        .containsExactly(
            "failed to list setters: unable to read Kptfile: apiVersion must be kpt.dev/v1, but it is"
                + " \"kpt.dev/v1alpha2\"");
  }
}
