package dev.digester.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is pinned, and what is not; the numbers are those of reports by users. */
class PinImagesTest {
  private static String pod(String image) {
    return "- {kind: Pod, spec: {containers: [{name: a, image: %s}]}}\n".formatted(image);
  }

  @ParameterizedTest
  @ValueSource(strings = {"' '", "'  '", "\"\\t\"", "\" \\n\"", "''", "null", "~"})
  void case_04_blanks_are_not_image(String image) {
    Pinning run = Pinning.of(pod(image) + pod("b:1"));
    assertThat(run.items()).isEqualTo(pod(image) + pod("b:1@"));
    assertThat(Pinning.telling(pod(image)).messages())
        .singleElement()
        .asString()
        .startsWith("info: kept")
        .endsWith(": no image");
  }

  @Test
  void case_04_blanks_in_init_containers_and_image_volumes_are_not_image() {
    String items =
        "- {kind: DeploymentConfig, spec: {template: {spec: {initContainers: [{image: ' '}], volumes: [{image: {reference: ' '}}]}}}}\n";
    Pinning run = Pinning.of(items);
    assertThat(run.items()).isEqualTo(items);
    assertThat(run.messages()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {kind: Pod, spec: {containers: [{name: istio-proxy, image: auto}]}}
          {kind: Pod, spec: {initContainers: [{name: istio-proxy, image: auto}]}}
          {kind: Pod, metadata: {annotations: {inject.istio.io/templates: gateway}}, spec: {containers: [{name: x, image: auto}]}}
          {kind: Pod, metadata: {labels: {sidecar.istio.io/inject: 'true'}}, spec: {containers: [{name: x, image: auto}]}}
          {spec: {template: {metadata: {labels: {sidecar.istio.io/inject: 'true'}}, spec: {containers: [{image: auto}]}}}}
          {spec: {jobTemplate: {spec: {template: {metadata: {labels: {inject.istio.io/x: ''}}, spec: {containers: [{image: auto}]}}}}}}
          """)
  void case_09_auto_is_filled_in_by_istio(String item) {
    Pinning run = Pinning.telling("- " + item + "\n");
    assertThat(run.items()).isEqualTo("- " + item + "\n");
    assertThat(run.messages())
        .containsExactly("info: 1 kept", "info: kept auto: filled in by Istio");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{kind: Pod, spec: {containers: [{name: a, image: auto}]}}",
        "{kind: Pod, spec: {containers: [{name: istio-proxy, image: 'auto:1'}]}}",
        "{metadata: {labels: {sidecar.istio.io/inject: ''}}, spec: {template: {spec: {containers: [{image: auto}]}}}}",
        "{kind: Pod, metadata: {labels: {istio.io/rev: x}}, spec: {containers: [{name: x, image: auto}]}}"
      })
  void case_09_other_images_are_pinned(String item) {
    assertThat(Pinning.of("- " + item + "\n").items()).contains("@");
  }

  @ParameterizedTest
  @ValueSource(strings = {"List", "PodList", "DeploymentList", "WidgetList"})
  void case_14_items_of_lists_of_any_kind_are_pinned(String kind) {
    String list = "- {kind: " + kind + ", items: [{spec: {containers: [{image: %s}]}}]}\n";
    assertThat(Pinning.of(list.formatted("'a:1'")).items()).isEqualTo(list.formatted("'a:1@'"));
  }

  @Test
  void case_14_lists_in_lists_are_pinned() {
    String list =
        "- {kind: List, items: [{kind: PodList, items: [{spec: {containers: [{image: %s}]}}]}]}\n";
    assertThat(Pinning.of(list.formatted("'a:1'")).items()).isEqualTo(list.formatted("'a:1@'"));
  }

  @Test
  void case_14_what_only_has_items_is_not_a_list() {
    String item = "- {kind: Menu, items: [{spec: {containers: [{image: 'a:1'}]}}]}\n";
    assertThat(Pinning.of(item).items()).isEqualTo(item);
  }

  @Test
  void case_14_fields_of_a_kind_that_ends_in_list_are_its_own() {
    String item = "- {kind: ImageList, items: [{image: %s}]}\n";
    assertThat(
            Pinning.of(
                    "{fields: [{kind: ImageList, path: 'items[]/image'}]}", item.formatted("'a:1'"))
                .items())
        .isEqualTo(item.formatted("'a:1@'"));
  }

  @Test
  void case_11_what_no_rule_names_is_told_where_all_is_told() {
    String item =
        "- {kind: JobSet, spec: {replicatedJobs: [{template: {spec: {template: {spec: {containers: [{name: a, image: 'train:1'}]}}}}}]}}\n";
    Pinning run = Pinning.of("{results: all, images: [{name: train, newTag: '2'}]}", item);
    assertThat(run.items()).contains("'train:2'");
    assertThat(run.messages())
        .contains(
            "info: not pinned: no rule names spec.replicatedJobs[0].template.spec.template.spec.containers[0].image;"
                + " to pin it, add {path: 'spec/replicatedJobs[]/template/spec/template/spec/containers[]/image'} to spec.fields");
    assertThat(Pinning.of(item).messages()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{spec: {x: {containers: [{image: 'a@sha256:0000000000000000000000000000000000000000000000000000000000000000'}]}}}",
        "{spec: {x: {containers: [{image: ' '}]}}}",
        "{metadata: {annotations: {digester.dev/skip: 'true'}}, spec: {x: {containers: [{image: a}]}}}",
        "{kind: CustomResourceDefinition, spec: {x: {containers: [{image: a}]}}}"
      })
  void case_11_what_needs_no_pin_is_not_told(String item) {
    assertThat(Pinning.telling("- " + item + "\n").messages()).isEmpty();
  }

  @Test
  void case_12_an_anchor_of_an_object_that_opted_out_is_told_with_both_places() {
    String items =
        """
        - {kind: Pod, metadata: {name: p1, annotations: {digester.dev/skip: "true"}}, spec: {containers: [{image: &i 'c:1'}]}}
        - {kind: Pod, metadata: {name: p2}, spec: {containers: [{image: *i}]}}
        - {kind: X, metadata: {name: p3, annotations: {config.kubernetes.io/local-config: "true"}}, spec: &s {containers: [{image: 'f:1'}]}}
        - {kind: Pod, metadata: {name: p4}, spec: *s}
        """;
    for (Pinning run : List.of(Pinning.of(items), Pinning.telling(items))) {
      assertThat(run.items()).contains("c:1@").contains("f:1@");
      assertThat(run.messages().stream().filter(message -> message.startsWith("warning")))
          .containsExactly(
              "warning: the image is an alias of an anchor in Pod p1 at spec.containers[0].image (line 5), which changes with it; write the image in place of the alias to keep the other",
              "warning: the image is an alias of an anchor in X p3 at spec.containers[0].image (line 7), which changes with it; write the image in place of the alias to keep the other");
      assertThat(run.results().getFirst().resource().orElseThrow().name()).contains("p2");
    }
  }

  @Test
  void case_12_an_anchor_that_its_own_object_pins_is_not_told() {
    String items =
        "- {kind: Pod, spec: {containers: [{image: &i 'c:1'}]}}\n- {kind: Pod, spec: {containers: [{image: *i}]}}\n";
    assertThat(Pinning.of(items).messages()).noneMatch(message -> message.startsWith("warning"));
  }

  @Test
  void case_12_an_anchor_that_spec_images_change_from_elsewhere_is_told() {
    String items =
        "- {kind: Pod, metadata: {name: a}, spec: {containers: [{image: &i 'c:1'}]}}\n- {kind: Pod, metadata: {name: b}, spec: {containers: [{image: *i}]}}\n";
    assertThat(
            Rewriting.of("{images: [{name: c, newTag: '2', where: {name: b}}]}", items).messages())
        .anyMatch(message -> message.contains("an anchor in Pod a at spec.containers[0].image"));
  }
}
