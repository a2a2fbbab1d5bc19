package dev.digester.setters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArraySettersTest {
  private static String applied(String data, String fields) {
    return Fields.applied(data, fields).text();
  }

  @Test
  void a_block_list_stays_one_at_its_indentation() {
    assertThat(
            applied(
                "env: '[prod, \"1.10\", {a: b}]'", "a: # kpt-set: ${env}\n- dev\n- x # y\nb: c"))
        .isEqualTo("a: # kpt-set: ${env}\n- prod\n- \"1.10\"\n- {a: b}\nb: c");
    assertThat(applied("env: '[prod]'", "a: # kpt-set: ${env}\n    - dev\n    - x\nb: c"))
        .isEqualTo("a: # kpt-set: ${env}\n    - prod\nb: c");
  }

  @Test
  void a_flow_list_becomes_a_block_list_with_the_comment_after_its_key() {
    assertThat(applied("env: '[prod]'", "a:\n  b: [dev, x] # kpt-set: ${env}\nc: d"))
        .isEqualTo("a:\n  b: # kpt-set: ${env}\n  - prod\nc: d");
  }

  @Test
  void a_flow_list_below_its_key_becomes_a_block_list_as_well() {
    assertThat(applied("env: '[prod]'", "a:\n  [dev,\n   x] # kpt-set: ${env}\nc: d"))
        .isEqualTo("a: # kpt-set: ${env}\n- prod\nc: d");
    assertThat(applied("env: '[prod]'", "a: # note\n  [dev] # kpt-set: ${env}\nc: d"))
        .isEqualTo("a: # note\n  [prod] # kpt-set: ${env}\nc: d");
  }

  @Test
  void an_empty_list_is_flow_with_the_comment_after_it_and_back() {
    String block = "a: # kpt-set: ${env}\n- dev\nb: c";
    String flow = "a: [] # kpt-set: ${env}\nb: c";
    assertThat(applied("env: ''", block)).isEqualTo(flow);
    assertThat(applied("env: '[]'", block)).isEqualTo(flow);
    assertThat(applied("env: ''", flow.replace("[]", "[x]"))).isEqualTo(flow);
    assertThat(applied("env: '[dev]'", flow)).isEqualTo(block);
  }

  @Test
  void elements_may_be_written_as_a_block_and_be_collections() {
    assertThat(
            applied(
                "env: |\n  - name: a\n    value: |\n      x\n  - b\n",
                "a: # kpt-set: ${env}\n- old: |\n    text\nb: c"))
        .isEqualTo("a: # kpt-set: ${env}\n- name: a\n  value: |\n    x\n- b\nb: c");
  }

  @Test
  void elements_that_are_null_stay_null() {
    assertThat(applied("env: |\n  - ~\n  -\n", "a: [x] # kpt-set: ${env}\nb: c"))
        .isEqualTo("a: # kpt-set: ${env}\n- ~\n- null\nb: c");
  }

  @Test
  void within_a_flow_collection_a_list_stays_a_flow_list() {
    assertThat(applied("env: '[prod]'", "a: {\n  b: [dev, x], # kpt-set: ${env}\n  c: d}"))
        .isEqualTo("a: {\n  b: [prod], # kpt-set: ${env}\n  c: d}");
  }

  @Test
  void equal_elements_stay_as_they_are_written() {
    String fields = "a: [dev, 'x'] # kpt-set: ${env}";
    assertThat(applied("env: '[dev, x]'", fields)).isEqualTo(fields);
  }

  @Test
  void elements_that_pinning_gave_digests_are_equal_without_them() {
    String fields = "a: # kpt-set: ${images}\n- nginx:1@sha256:" + "ab".repeat(32) + "\n- x";
    assertThat(applied("images: '[\"nginx:1\", x]'", fields)).isEqualTo(fields);
    assertThat(applied("images: '[\"nginx:2\", x]'", fields))
        .isEqualTo("a: # kpt-set: ${images}\n- \"nginx:2\"\n- x");
  }

  @Test
  void setters_of_elements_give_way_to_the_setter_of_their_list() {
    assertThat(applied("env: '[p]'\nx: y", "a: # kpt-set: ${env}\n- dev # kpt-set: ${x}\nb: c"))
        .isEqualTo("a: # kpt-set: ${env}\n- p\nb: c");
  }

  @Test
  void scalars_and_lists_are_set_in_one_run() {
    assertThat(
            applied(
                "env: '[p, q, r]'\nx: longer",
                "a: s # kpt-set: ${x}\nb: # kpt-set: ${env}\n- dev\nc: s # kpt-set: ${x}\nd: # kpt-set: ${env}\n- z"))
        .isEqualTo(
            "a: longer # kpt-set: ${x}\nb: # kpt-set: ${env}\n- p\n- q\n- r\nc: longer # kpt-set: ${x}\nd: # kpt-set: ${env}\n- p\n- q\n- r");
  }

  @Test
  void an_anchored_list_keeps_its_anchor_and_its_aliases() {
    assertThat(applied("env: '[p, q]'", "a: &e # kpt-set: ${env}\n- dev\nb: *e"))
        .isEqualTo("a: &e # kpt-set: ${env}\n- p\n- q\nb: *e");
  }

  @Test
  void the_last_list_of_a_text_without_a_line_end_stays_without() {
    assertThat(applied("env: '[p]'", "a: # kpt-set: ${env}\n- |\n  x"))
        .isEqualTo("a: # kpt-set: ${env}\n- p");
  }

  @Test
  void a_pattern_of_several_parts_is_an_error_for_a_list() {
    assertThat(Fields.applied("env: '[p]'", "a: # kpt-set: x-${env}\n- dev").problems())
        .containsExactly(
            "error 10 a: failed to apply setters: invalid setter pattern for array node: \"x-${env}\"");
  }

  @Test
  void a_value_that_is_not_a_list_is_an_error_and_nothing_else_is_set() {
    String before = "a: b # kpt-set: ${x}\nc: # kpt-set: ${env}\n- dev";
    Fields fields = Fields.applied("env: dev\nx: y", before);
    assertThat(fields.problems())
        .containsExactly(
            "error 11 c: failed to apply setters: input to array setter must be an array of values,"
                + " but found \"dev\" (setter env)");
    assertThat(fields.text()).isEqualTo(before);
  }
}
