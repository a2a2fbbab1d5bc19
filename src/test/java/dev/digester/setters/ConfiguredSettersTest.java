package dev.digester.setters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfiguredSettersTest {
  private static final String VERSIONS =
      """
      - apiVersion: v1
        kind: ConfigMap
        metadata:
          name: versions
          namespace: shop
        data: {tag: "2", image: from-map}
      - apiVersion: v1
        kind: ConfigMap
        metadata:
          name: more
        data: {tag: "3", extra: "4"}
      """;

  @Test
  void setters_come_from_the_spec_then_from_config_maps_in_order_then_from_the_schema() {
    Fields fields =
        Fields.configured(
            """
            setters: {image: from-spec}
            settersFrom:
            - {kind: ConfigMap, name: versions, namespace: shop}
            - {kind: ConfigMap, name: more}
            setterSchema: {tag: {default: "5"}, last: {default: "6"}}
            """,
            """
            a: x:0 # kpt-set: ${image}:${tag}
            b: x # kpt-set: ${extra}
            c: x # kpt-set: ${last}
            """,
            VERSIONS);
    assertThat(fields.text())
        .isEqualTo(
            """
            a: from-spec:2 # kpt-set: ${image}:${tag}
            b: 4 # kpt-set: ${extra}
            c: 6 # kpt-set: ${last}\
            """);
  }

  @Test
  void a_config_map_that_is_not_in_the_list_is_an_error() {
    assertThat(
            Fields.configured(
                    "settersFrom: [{kind: ConfigMap, name: versions, namespace: other}]",
                    "a: b",
                    VERSIONS)
                .problems())
        .containsExactly(
            "error 25 spec.settersFrom[0]: there is no ConfigMap other/versions in the list: add it, or"
                + " correct its name");
  }

  @Test
  void lists_may_be_lists_and_keep_their_quotes() {
    assertThat(
            Fields.configured("setters: {env: [prod, \"1.10\"]}", "a: # kpt-set: ${env}\n- x")
                .text())
        .isEqualTo("a: # kpt-set: ${env}\n- prod\n- \"1.10\"");
  }

  @Test
  void a_list_for_a_field_that_holds_one_value_is_an_error() {
    assertThat(Fields.configured("setters: {env: [prod]}", "a: b # kpt-set: ${env}").problems())
        .containsExactly(
            "error 9 a: failed to apply setters: setter env is a list, but the field holds one value");
  }

  @Test
  void only_changes_are_reported() {
    Fields fields =
        Fields.configured("setters: {x: b}", "a: b # kpt-set: ${x}\nc: d # kpt-set: ${x}");
    assertThat(fields.messages()).isEqualTo(List.of("set field value to \"b\""));
    assertThat(Fields.configured("setters: {x: b}", "a: b").messages()).isEmpty();
  }

  @Test
  void a_setter_of_type_string_never_writes_a_number() {
    assertThat(
            Fields.configured(
                    "setters: {x: 1.10}\nsetterSchema: {x: {type: string}}",
                    "a: word # kpt-set: ${x}\nb: '1' # kpt-set: ${x}\nc: 1.9 # kpt-set: ${x}")
                .text())
        .isEqualTo(
            "a: \"1.10\" # kpt-set: ${x}\nb: '1.10' # kpt-set: ${x}\nc: \"1.10\" # kpt-set: ${x}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{type: integer}        | abc        | must be an integer, but it is \"abc\"",
        "{type: integer}        | 1.5        | must be an integer, but it is \"1.5\"",
        "{type: number}         | 1e         | must be a number, but it is \"1e\"",
        "{type: boolean}        | yes        | must be true or false, but it is \"yes\"",
        "{type: array}          | abc        | must be a list, but it is \"abc\"",
        "{type: string}         | [a]        | must be a string, but it is a list",
        "{pattern: '^\\d+$'}    | a1         | must match the pattern ^\\d+$, but it is \"a1\"",
        "{enum: [dev, prod]}    | stage      | must be one of dev, prod, but it is \"stage\"",
        "{type: array, enum: [dev]} | [dev, x] | must be one of dev, but it is \"x\"",
      })
  void a_value_against_its_schema_is_an_error(String schema, String value, String problem) {
    assertThat(
            Fields.configured(
                    "setters: {x: %s}\nsetterSchema: {x: %s}".formatted(value, schema), "a: b")
                .problems())
        .containsExactly("error 14 spec.setters.x: setter x " + problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{type: integer}     | -5",
        "{type: number}      | 1.5e3",
        "{type: boolean}     | true",
        "{type: array}       | [a, b]",
        "{type: array}       | '[a, b]'",
        "{type: string}      | anything",
        "{pattern: '^a'}     | ab",
        "{enum: [1.10, x]}   | 1.10",
        "{enum: []}          | x",
        "{required: true}    | ''",
        "{required: true, default: y} | x",
      })
  void a_value_by_its_schema_is_none(String schema, String value) {
    String written = value == null ? "''" : value;
    assertThat(
            Fields.configured(
                    "setters: {x: %s}\nsetterSchema: {x: %s}".formatted(written, schema), "a: b")
                .messages())
        .isEmpty();
  }

  @Test
  void a_required_setter_without_a_value_is_an_error_even_if_no_field_has_it() {
    assertThat(
            Fields.configured(
                    "setterSchema: {tag: {required: true, description: the release}}", "a: b")
                .problems())
        .containsExactly(
            "error 14 spec.setterSchema.tag: setter tag is required, but nothing sets it (the"
                + " release): add it to spec.setters");
  }

  @Test
  void an_own_setter_that_no_field_names_is_told_where_all_is_told() {
    String spec =
        """
        setters: {tag: '2', stage: dev}
        settersFrom: [{kind: ConfigMap, name: more}]
        setterSchema: {last: {default: '6'}}
        """;
    String fields = "a: x:1 # kpt-set: x:${tag}";
    assertThat(Fields.explained(spec, fields, VERSIONS).problems())
        .containsExactly(
            "info 9 a: set field value to \"x:2\"",
            "info 25 spec.setters.stage: setter stage matches no field: no comment # kpt-set: has ${stage}");
    assertThat(Fields.configured(spec, fields, VERSIONS).messages())
        .containsExactly("set field value to \"x:2\"");
  }
}
