package dev.digester.images;

import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.krm.Result;
import org.junit.jupiter.api.Test;

/** Fields that are a part of a text: everything around them stays as it is written. */
class InnerFieldsTest {
  private static final String ENTRIES = "images: [{name: a, newTag: '2'}]";

  private static void assertRewritten(String fields, String items, String... replaced) {
    String expected = items;
    for (int i = 0; i < replaced.length; i += 2) {
      expected = expected.replace(replaced[i], replaced[i + 1]);
    }
    assertThat(Rewriting.of("{" + ENTRIES + ", fields: [" + fields + "]}", items).items())
        .isEqualTo(expected);
  }

  @Test
  void group_1_of_a_pattern_is_the_image() {
    assertRewritten(
        "{path: 'spec/containers[]/args[]', pattern: '--image=([^ ]+)'}",
        """
        - kind: Pod
          spec:
            containers:
            - args: ["--v=1", "-x --image=a:1\\u0020--b", '--image=a:1', a:1, --image=b:1, --other]
        """,
        "--image=a:1",
        "--image=a:2");
  }

  @Test
  void a_list_element_is_picked_by_a_glob_on_its_name_and_a_star_is_any_child() {
    assertRewritten(
        "{path: 'spec/*/env[name=RELATED_IMAGE_*]/value'}",
        """
        - kind: Widget
          spec:
            x: {env: [{name: RELATED_IMAGE_A, value: "a:1"}, {name: OTHER, value: a:1}]}
            y: {env: [{name: RELATED_IMAGE_B, value: 'a:1'}]}
        """,
        "\"a:1\"",
        "\"a:2\"",
        "'a:1'",
        "'a:2'");
  }

  @Test
  void a_key_that_meets_a_list_is_looked_for_in_each_element() {
    assertRewritten(
        "{path: spec/list/image}",
        "- {kind: Widget, spec: {list: [{image: a:1}, {image: a:1}, {other: x}]}}\n",
        "a:1",
        "a:2");
  }

  @Test
  void a_slash_in_a_key_is_escaped() {
    assertRewritten(
        "{path: 'metadata/annotations/example.com\\/image'}",
        "- {kind: Widget, metadata: {annotations: {example.com/image: a:1}}}\n",
        "a:1",
        "a:2");
  }

  @Test
  void selectors_pick_the_resource() {
    assertRewritten(
        "{path: x, group: g, version: v1, kind: K, name: n, namespace: s}",
        """
        - {apiVersion: g/v1, kind: K, metadata: {name: n, namespace: s}, x: a:1}
        - {apiVersion: g/v2, kind: K, metadata: {name: n, namespace: s}, x: "a:1"}
        - {apiVersion: v1, kind: K, metadata: {name: n, namespace: s}, x: "a:1"}
        - {apiVersion: g/v1, kind: L, metadata: {name: n, namespace: s}, x: "a:1"}
        - {apiVersion: g/v1, kind: K, metadata: {name: m, namespace: s}, x: "a:1"}
        - {apiVersion: g/v1, kind: K, metadata: {name: n}, x: "a:1"}
        """,
        " a:1",
        " a:2");
  }

  @Test
  void yaml_in_a_block_scalar_keeps_its_indentation_comments_and_blank_lines() {
    assertRewritten(
        "{kind: ConfigMap, path: data/c.yaml, format: yaml, innerPath: 'images[]/ref'},"
            + "{kind: ConfigMap, path: data/c.yaml, format: yaml, innerPath: other}",
        """
        - kind: ConfigMap
          data:
            c.yaml: |2+
              # the images

              images:
                - ref: a:1 # one

                - {ref: 'a:1', x: "\\u00e9"}
              other: "a:1"
              more: text

            next: x
        """,
        "a:1",
        "a:2");
  }

  @Test
  void json_in_quotes_keeps_its_escapes() {
    assertRewritten(
        "{path: 'metadata/annotations/j', format: json, innerPath: 'c/*/image'}",
        """
        - kind: Widget
          metadata:
            annotations:
              j: "{\\"c\\": {\\"x\\": {\\"image\\":\\"a:1\\"},\\
                \\ \\"y\\u0022: {\\"n\\": \\"\\/\\u00e9\\", \\"image\\": \\"a:1\\"}}}"
        """,
        "a:1",
        "a:2");
  }

  @Test
  void json_in_single_quotes_and_in_folded_text_stays_in_its_style() {
    assertRewritten(
        "{path: 'data/*', format: json, innerPath: image}",
        """
        - kind: ConfigMap
          data:
            q: '{"it''s": 1,
              "image": "a:1"}'
            f: >-
              {"x": 1,
              "image": "a:1"}
            p: {"image": "a:1"}
        """
            .replace("    p: {\"image\": \"a:1\"}\n", ""),
        "a:1",
        "a:2");
  }

  @Test
  void a_pattern_works_inside_of_a_document_too() {
    assertRewritten(
        "{path: data/run, format: yaml, innerPath: 'args[]', pattern: 'image=(.*)'}",
        """
        - kind: ConfigMap
          data:
            run: |
              args:
              - -image=a:1
              - a:1 not
        """,
        "image=a:1",
        "image=a:2");
  }

  @Test
  void what_is_not_a_document_is_left_alone() {
    String items = "- {kind: ConfigMap, data: {c: '{a: [', d: , e: [a]}}\n";
    assertRewritten("{path: 'data/*', format: yaml, innerPath: a}", items);
  }

  @Test
  void a_result_names_the_inner_place() {
    Rewriting run =
        Rewriting.of(
            "{" + ENTRIES + ", fields: [{path: data/c.yaml, format: yaml, innerPath: 'x[]/y'}]}",
            "- {kind: ConfigMap, data: {c.yaml: 'x: [{y: a:1}]'}}\n");
    assertThat(run.results().getFirst().field())
        .contains(Result.Field.changed("data[c.yaml].x[0].y", "a:1", "a:2"));
  }

  @Test
  void fields_that_overlap_are_an_error() {
    Rewriting run =
        Rewriting.of(
            "{images: [{name: '.*', nameRegex: true, newTag: '2'}],"
                + " fields: [{path: x}, {path: x, pattern: 'a(.*)'}]}",
            "- {kind: Widget, x: ab:1}\n");
    assertThat(run.messages())
        .contains(
            "cannot change b:1: it overlaps with another image field in the same value; name one of them alone");
  }

  @Test
  void a_field_set_is_looked_at_when_it_is_named() {
    String items =
        """
        - {apiVersion: tekton.dev/v1, kind: Task, spec: {steps: [{image: a:1}]}}
        - {apiVersion: argoproj.io/v1alpha1, kind: Workflow, spec: {templates: [{script: {image: a:1}}]}}
        - {apiVersion: monitoring.coreos.com/v1, kind: Prometheus, spec: {thanos: {image: a:1}}}
        """;
    assertThat(Rewriting.of("{" + ENTRIES + "}", items).items()).isEqualTo(items);
    assertThat(Rewriting.of("{" + ENTRIES + ", fieldSets: [tekton]}", items).items())
        .isEqualTo(items.replace("steps: [{image: a:1", "steps: [{image: a:2"));
    assertThat(Rewriting.of("{" + ENTRIES + ", fieldSets: [argo, prometheus]}", items).items())
        .isEqualTo(
            items
                .replace("script: {image: a:1", "script: {image: a:2")
                .replace("thanos: {image: a:1", "thanos: {image: a:2"));
    assertThat(Rewriting.of("{" + ENTRIES + ", fieldSets: [all]}", items).items())
        .isEqualTo(items.replace("a:1", "a:2"));
  }
}
