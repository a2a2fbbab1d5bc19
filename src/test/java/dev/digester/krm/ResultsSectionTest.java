package dev.digester.krm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.digester.document.Document;
import dev.digester.document.proof.DocumentEdit;
import dev.digester.document.text.Span;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultsSectionTest {
  private static final Result NEW = Result.warning("new");
  private static final String NEW_YAML = "- message: new\n  severity: warning\n";
  private static final String NEW_JSON = "{\"message\": \"new\", \"severity\": \"warning\"}";

  private static String added(String text, Result... results) {
    var source = add(Lists.of(text), List.of(results)).source();
    return source.text(new Span(0, source.length()));
  }

  private static Document add(ResourceList list, List<Result> results) {
    ResultsSection section = new ResultsSection(list, results);
    return DocumentEdit.of(list.document(), List.of(), section.edits()).apply(section::isIn);
  }

  @Test
  void nothing_to_say_changes_nothing() {
    ResourceList list = Lists.of(Lists.HEAD + "items: []\nresults:   []\n");

    assertThat(add(list, List.of())).isSameAs(list.document());
  }

  @Test
  void the_section_is_the_last_key() {
    assertThat(added(Lists.HEAD + "items: []\n", NEW))
        .isEqualTo(Lists.HEAD + "items: []\nresults:\n" + NEW_YAML);
  }

  @Test
  void a_last_line_without_end_gets_one() {
    assertThat(added(Lists.HEAD + "items: []", NEW))
        .isEqualTo(Lists.HEAD + "items: []\nresults:\n" + NEW_YAML);
  }

  @Test
  void comments_and_blank_lines_at_the_end_stay_in_front() {
    assertThat(added(Lists.HEAD + "items: [] # none\n\n# end\n", NEW))
        .isEqualTo(Lists.HEAD + "items: [] # none\n\n# end\nresults:\n" + NEW_YAML);
  }

  @Test
  void the_marker_of_the_documents_end_stays_behind() {
    assertThat(added("---\n" + Lists.HEAD + "items: []\n... # é\n", NEW))
        .isEqualTo("---\n" + Lists.HEAD + "items: []\nresults:\n" + NEW_YAML + "... # é\n");
  }

  @Test
  void the_section_stands_in_the_column_of_the_other_keys() {
    String list = "  apiVersion: config.kubernetes.io/v1\n  kind: ResourceList\n  items: []\n";

    assertThat(added(list, NEW))
        .isEqualTo(list + "  results:\n  - message: new\n    severity: warning\n");
  }

  @Test
  void a_block_scalar_without_line_end_keeps_its_value() {
    String before = Lists.HEAD + "items: []\n";
    String last = "functionConfig:\n  data:\n    a: |\n      text";

    assertThat(added(before + last, NEW)).isEqualTo(before + "results:\n" + NEW_YAML + last);
  }

  @Test
  void a_block_scalar_that_keeps_its_line_ends_keeps_them() {
    String list = Lists.HEAD + "items: []\nfunctionConfig:\n  data:\n    a: |+\n      text\n\n\n";

    assertThat(added(list, NEW)).isEqualTo(list + "results:\n" + NEW_YAML);
  }

  @Test
  void present_results_stay_in_front() {
    String list = Lists.HEAD + "items: []\nresults:\n  # from before\n  - message: old\n";

    assertThat(added(list, NEW)).isEqualTo(list + "  - message: new\n    severity: warning\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "results: []|''",
        "results: null|''",
        "results:|''",
        "'results: [{message: old, n: 1.50, b: true, nothing: ~, s: ''1''}]'|'- {\"message\": \"old\", \"n\": 1.50, \"b\": true, \"nothing\": null, \"s\": \"1\"}\n'",
        "'results: {name: set, items: [{message: \"a\\tb\"}]}'|'- {\"message\": \"a\\tb\"}\n'",
      })
  void present_results_of_another_form_are_written_anew(String present, String kept) {
    assertThat(added(Lists.HEAD + "items: []\n" + present + "\n", NEW))
        .isEqualTo(Lists.HEAD + "items: []\nresults:\n" + kept.replace("'", "") + NEW_YAML);
  }

  @Test
  void what_present_results_hold_survives_being_written_anew() {
    String present =
        "results: [{a: [1, [], {}, no, False], b: {c: 'd'}, ? [k] : \"\\x07\\r\\n\"}]\n";

    assertThat(added(Lists.HEAD + "items: []\n" + present, NEW))
        .isEqualTo(
            Lists.HEAD
                + "items: []\nresults:\n"
                + "- {\"a\": [1, [], {}, \"no\", false], \"b\": {\"c\": \"d\"},"
                + " \"[\\\"k\\\"]\": \"\\u0007\\r\\n\"}\n"
                + NEW_YAML);
  }

  @Test
  void present_results_in_the_middle_move_to_the_end() {
    assertThat(added(Lists.HEAD + "results:\n- {message: old} # one\n# items\nitems: []\n", NEW))
        .isEqualTo(
            Lists.HEAD + "# items\nitems: []\nresults:\n- {\"message\": \"old\"}\n" + NEW_YAML);
  }

  @Test
  void in_json_the_section_is_the_last_member() {
    String list =
        "{\"apiVersion\":\"config.kubernetes.io/v1\",\"kind\":\"ResourceList\",\"items\":[]}\n";

    assertThat(added(list, NEW))
        .isEqualTo(list.replace("[]}", "[], \"results\": [" + NEW_JSON + "]}"));
  }

  @Test
  void in_json_of_several_lines_the_section_has_a_line_of_its_own() {
    String list =
        "{\n\t\"apiVersion\": \"config.kubernetes.io/v1\",\n\t\"kind\": \"ResourceList\",\n\t\"items\": []\n}\n";

    assertThat(added(list, NEW))
        .isEqualTo(list.replace("[]\n", "[],\n\t\"results\": [" + NEW_JSON + "]\n"));
  }

  @Test
  void in_json_present_results_stay_in_front() {
    String list =
        "{\"apiVersion\": \"config.kubernetes.io/v1\", \"kind\": \"ResourceList\", \"items\": [], \"results\": [{}]}";

    assertThat(added(list, NEW)).isEqualTo(list.replace("[{}]", "[{}, " + NEW_JSON + "]"));
  }

  @Test
  void in_json_present_results_that_are_not_last_move() {
    String list =
        "{\"results\": [{}], \"apiVersion\": \"config.kubernetes.io/v1\", \"results\": [], \"kind\": \"ResourceList\", \"items\": []}";

    assertThat(added(list, NEW))
        .isEqualTo(
            "{\"results\": [{}], \"apiVersion\": \"config.kubernetes.io/v1\", \"kind\": \"ResourceList\", \"items\": [],"
                + " \"results\": ["
                + NEW_JSON
                + "]}");
  }

  @Test
  void in_flow_style_an_alias_may_be_the_last_value() {
    String list =
        "{apiVersion: config.kubernetes.io/v1, kind: ResourceList, items: [&a {kind: Pod}], functionConfig: *a}\n";

    assertThat(added(list, NEW))
        .isEqualTo(list.replace("*a}", "*a, \"results\": [" + NEW_JSON + "]}"));
  }

  @Test
  void a_result_has_all_its_parts_in_order() {
    ResourceList list =
        Lists.items(
            "- {apiVersion: v1, kind: Pod, metadata: {name: 'on', namespace: n, annotations: {config.kubernetes.io/path: a.yaml}}}\n");
    Result result =
        Result.info("a: b")
            .on(
                list.items().getFirst(),
                Result.Field.changed("spec.x[0]", "1", "\"q\" \\ \u2028"),
                list.items().getFirst().node())
            .tag("k", "v");
    var source = add(list, List.of(result)).source();

    assertThat(source.text(new Span(list.document().source().length(), source.length())))
        .isEqualTo(
            """
            results:
            - message: "a: b"
              severity: info
              resourceRef:
                apiVersion: v1
                kind: Pod
                name: "on"
                namespace: "n"
              field:
                path: spec.x[0]
                currentValue: "1"
                proposedValue: "\\"q\\" \\\\ \\u2028"
              file:
                path: a.yaml
                index: 0
              tags:
                k: v
            """);
  }

  @Test
  void results_in_a_row_have_their_own_lines_however_much_they_have_in_common() {
    ResourceList list =
        Lists.items(
            """
            - {kind: Pod, metadata: {name: a, annotations: {config.kubernetes.io/path: p}}}
            - {kind: Pod, metadata: {name: b, annotations: {config.kubernetes.io/path: p, config.kubernetes.io/index: 1}}}
            """);
    Result said = Result.info("yes: no");
    Resource first = list.items().getFirst();
    Resource second = list.items().getLast();
    Result.Field field = Result.Field.changed("x", "1", "2");
    List<Result> results =
        List.of(
            said.on(first, field, first.node()),
            said.on(second, field, second.node()),
            said.on(second, Result.Field.changed("x", "2", "2"), second.node()));

    var source = add(list, results).source();

    assertThat(source.text(new Span(list.document().source().length(), source.length())))
        .isEqualTo(
            "results:\n" + element("a", "1", 0) + element("b", "1", 1) + element("b", "2", 1));
  }

  private static String element(String name, String current, int index) {
    return """
    - message: "yes: no"
      severity: info
      resourceRef:
        apiVersion: ""
        kind: Pod
        name: %s
      field:
        path: x
        currentValue: "%s"
        proposedValue: "2"
      file:
        path: p
        index: %d
    """
        .formatted(name, current, index);
  }

  @Test
  void lines_end_as_those_of_the_list() {
    String list = (Lists.HEAD + "items: []\n").replace("\n", "\r\n");

    assertThat(added(list, NEW)).isEqualTo(list + ("results:\n" + NEW_YAML).replace("\n", "\r\n"));
  }

  @Test
  void a_field_needs_its_resource() {
    Result bare = Result.error("x");

    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new Result(
                bare.severity(),
                "x",
                Optional.empty(),
                Optional.of(Result.Field.read("a", "b")),
                Optional.empty(),
                bare.tags()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "results:\n- message: &m hello\nNEWitems: []\nfunctionConfig: {metadata: {name: *m}}\n",
        "results: &r\n- message: hello # c\nNEWitems: []\nx: *r\n",
        "results: &r\n- message: |\n    &m hello\nNEW\nitems: []\nx: *r\n",
        "results:\n  - &m\n    message: hello\n  NEWitems: []\nx: *m\n",
        "items: []\n? results\n: - message: a\n  NEW",
        "&k results:\n- message: a\nNEWitems: []\nx: *k\n"
      })
  void case_08_a_section_whose_anchors_are_used_elsewhere_stays_in_its_place(String text) {
    int at = text.indexOf("NEW");
    String indent = " ".repeat(at - text.lastIndexOf('\n', at) - 1);
    String inserted = NEW_YAML.indent(indent.length());
    String before = text.substring(0, at).stripTrailing() + "\n";
    String after = text.substring(at + 3);
    assertThat(added(Lists.HEAD + before + after, NEW))
        .isEqualTo(Lists.HEAD + before + inserted + after);
  }

  @Test
  void case_08_in_flow_style_too() {
    String text =
        "{apiVersion: config.kubernetes.io/v1, kind: ResourceList, results: [{message: &m a}NEW], items: [{kind: *m}]}\n";
    assertThat(added(text.replace("NEW", ""), NEW)).isEqualTo(text.replace("NEW", ", " + NEW_JSON));
  }

  @Test
  void case_08_where_it_cannot_stay_the_error_says_what_to_do() {
    assertThatThrownBy(() -> added(Lists.HEAD + "results: &r []\nitems: []\nx: *r\n", NEW))
        .isInstanceOf(KrmException.class)
        .hasMessageContaining("an alias elsewhere names an anchor in the results of the list");
  }
}
