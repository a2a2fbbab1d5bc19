package dev.digester.images;

import static org.assertj.core.api.Assertions.assertThat;

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
  void case_04_blanks_are_no_image(String image) {
    Pinning run = Pinning.of(pod(image) + pod("b:1"));
    assertThat(run.items()).isEqualTo(pod(image) + pod("b:1@"));
    assertThat(Pinning.telling(pod(image)).messages())
        .singleElement()
        .asString()
        .startsWith("info: kept")
        .endsWith(": no image");
  }

  @Test
  void case_04_blanks_in_init_containers_and_image_volumes_are_no_image() {
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
    assertThat(run.messages()).containsExactly("info: kept auto: filled in by Istio");
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
                    "{fields: [{kind: ImageList, path: 'items[]/image'}]}",
                    item.formatted("'a:1'"))
                .items())
        .isEqualTo(item.formatted("'a:1@'"));
  }
}
