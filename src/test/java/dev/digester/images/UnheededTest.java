package dev.digester.images;

import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.krm.Result;
import dev.digester.krm.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the user wrote that came to nothing is told; the numbers are those of reports by users. */
class UnheededTest {
  private static final String WIDGET =
      "- {apiVersion: example.com/v1, kind: Widget, metadata: {name: w}, spec: {image: 'w:1', args: [x]}}\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {kind: Widget, path: spec/imge}       | (path spec/imge) matches no field: no Widget has spec/imge; correct it or remove it
          {kind: Widget, path: 'spec/a/b[]/c'}  | no Widget has spec/a;
          {path: spec/**/image}                 | no resource has spec/**;
          {kind: widget, path: spec/image}      | no resource has kind widget (there is Widget of example.com/v1);
          {kind: Gadget, path: spec/image}      | no resource has kind Gadget;
          {group: x, kind: Widget, path: spec/image} | no resource has group x, kind Widget (there is Widget of example.com/v1);
          {path: 'spec/args[]', pattern: 'i=(.+)'}   | the fields at that path do not hold what pattern or innerPath name;
          """)
  void case_15_an_entry_of_fields_that_matches_nothing_is_a_warning(String field, String message) {
    Pinning run = Pinning.of("{fields: [" + field + "]}", WIDGET);
    assertThat(run.messages())
        .singleElement()
        .asString()
        .startsWith("warning: spec.fields[0] (path ")
        .contains(message);
    assertThat(run.results().getFirst().field().orElseThrow().path()).isEqualTo("spec.fields[0]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{fields: [{kind: Widget, path: spec/image}]}",
        "{fields: [{path: 'spec/args[]', pattern: '(x)'}], skip: [x]}",
        "{fieldSets: [tekton]}"
      })
  void case_15_what_matches_is_not_told(String spec) {
    assertThat(Pinning.of(spec, WIDGET).messages())
        .noneMatch(message -> message.startsWith("warning"));
  }

  @Test
  void entries_of_skip_that_match_nothing_are_told_where_all_is_told() {
    String items = "- {kind: Pod, spec: {containers: [{image: 'a/b:1'}]}}\n";
    assertThat(Pinning.of("{skip: [a/, x/]}", items).messages())
        .noneMatch(message -> message.contains("matches no image"));
    assertThat(Pinning.of("{skip: [a/, x/, '=a'], results: all}", items).messages())
        .contains(
            "info: spec.skip[1] (x/) matches no image", "info: spec.skip[2] (=a) matches no image")
        .noneMatch(message -> message.contains("(a/)"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {digester.dev/skip: 'True'}  | 'True' names no container; to skip all of them, write "true"
          {digester.dev/skip: TRUE}    | 'TRUE' names no container; to skip all of them, write "true"
          {digester.dev/skip: 'yes'}   | to skip all of them
          {digester.dev/skip: '*'}     | to skip all of them
          {digester.dev/skip: ''}      | to skip all of them
          {digester.dev/skip: [a]}     | it is not a string; write "true" or the names of containers
          {digester.dev/skip: 'a,c'}   | 'c' names no container; the containers are a, b
          {digester.dev/skips: 'true'} | digester.dev/skips is unknown; did you mean digester.dev/skip?
          {digester.dev/ignore: 'x'}   | digester.dev/ignore is unknown
          """)
  void case_10_an_annotation_that_is_not_understood_is_a_warning(String annotations, String why) {
    String spec = "spec: {initContainers: [{name: b}], containers: [{name: a, image: 'a:1'}]}";
    String pod = "- {metadata: {name: p, annotations: " + annotations + "}, " + spec + "}\n";
    String template =
        "- {spec: {template: {metadata: {annotations: " + annotations + "}, " + spec + "}}}\n";
    String job = "- {spec: {jobTemplate: {spec: " + template.substring("- {spec: ".length()) + "\n";
    for (String item : new String[] {pod, template, job.replace("}}}\n\n", "}}}}}\n")}) {
      Pinning run = Pinning.of(item);
      Result warning = run.results().getFirst();
      assertThat(warning.severity()).isEqualTo(Severity.WARNING);
      assertThat(warning.message()).startsWith("the annotation has no effect: ").contains(why);
      assertThat(warning.field().orElseThrow().path()).contains("metadata.annotations[digester");
    }
  }

  @Test
  void an_annotation_in_a_place_that_is_not_read_is_a_warning() {
    assertThat(
            Pinning.of(
                    "- {spec: {jobTemplate: {metadata: {annotations: {digester.dev/skip: 'true'}}}}}\n")
                .messages())
        .containsExactly(
            "warning: the annotation has no effect: it is not read here; move it to the object or to its pod template");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{metadata: {annotations: {digester.dev/skip: 'true'}}, spec: {containers: [{name: a}]}}",
        "{metadata: {annotations: {digester.dev/skip: true}}, spec: {containers: [{name: a}]}}",
        "{metadata: {annotations: {digester.dev/skip: 'false'}}, spec: {containers: [{name: a}]}}",
        "{metadata: {annotations: {digester.dev/skip: ' a , b '}}, spec: {containers: [{name: a}, {name: b}]}}",
        "{metadata: {annotations: {digester.dev/skip: side}}, spec: {x: {initContainers: [{name: side}]}}}",
        "{metadata: {annotations: {digester.dev/skip: side}}, kind: Service}",
        "{metadata: {annotations: {digester.dev/skip: 'true'}}, kind: Service}",
        "{metadata: {annotations: {example.com/skip: 'True'}}, spec: {containers: [{name: a}]}}",
        "{metadata: {annotations: {digester.dev/x: 'True', config.kubernetes.io/local-config: 'true'}}}"
      })
  void an_annotation_that_is_understood_is_not_told(String item) {
    assertThat(Pinning.of("- " + item + "\n").messages()).isEmpty();
  }
}
