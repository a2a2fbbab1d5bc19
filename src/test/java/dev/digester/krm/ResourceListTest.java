package dev.digester.krm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceListTest {
  @ParameterizedTest
  @ValueSource(strings = {"v1", "v1beta1", "v1alpha1"})
  void all_versions_of_the_list_are_read(String version) {
    ResourceList list =
        Lists.of(
            "apiVersion: config.kubernetes.io/" + version + "\nkind: ResourceList\nitems: []\n");

    assertThat(list.items()).isEmpty();
    assertThat(list.functionConfig()).isEmpty();
  }

  @Test
  void items_that_are_null_are_an_empty_list() {
    assertThat(Lists.of(Lists.HEAD + "items: null\n").items()).isEmpty();
    assertThat(Lists.of(Lists.HEAD + "items:\n").items()).isEmpty();
  }

  @Test
  void an_item_may_lack_everything() {
    Resource item = Lists.items("- {}\n").items().getFirst();

    assertThat(item.ref()).isEqualTo(new ResourceRef("", "", "", Optional.empty()));
    assertThat(item.ref()).hasToString("");
    assertThat(item.group()).isEmpty();
    assertThat(item.isLocalConfig()).isFalse();
  }

  @Test
  void an_item_has_the_identity_of_its_resource() {
    Resource item =
        Lists.items(
                "- {apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: shop}}\n")
            .items()
            .getFirst();

    assertThat(item.group()).isEqualTo("apps");
    assertThat(item.version()).isEqualTo("v1");
    assertThat(item.ref()).hasToString("Deployment shop/web");
  }

  @Test
  void a_field_of_another_type_counts_as_absent() {
    Resource item =
        Lists.items("- {apiVersion: [], kind: {}, metadata: {name: ~, namespace: ''}}\n")
            .items()
            .getFirst();

    assertThat(item.ref()).isEqualTo(new ResourceRef("", "", "", Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({"'\"true\"', true", "'\"false\"', false", "anything, true"})
  void local_config_is_whatever_does_not_say_false(String value, boolean local) {
    assertThat(
            Lists.items(
                    "- {metadata: {annotations: {config.kubernetes.io/local-config: "
                        + value
                        + "}}}\n")
                .items()
                .getFirst()
                .isLocalConfig())
        .isEqualTo(local);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a list|- a|1|expected a ResourceList, found no mapping",
        "a scalar|a|1|expected a ResourceList, found no mapping",
        "no kind|a: b|1|expected a ResourceList, found a mapping without kind",
        "another kind|'kind: \"Po\\nd\"'|1|expected a ResourceList, found kind Po\\nd",
        "no version|kind: ResourceList|1|ResourceList has apiVersion \"\": expected config.kubernetes.io/v1, v1beta1 or v1alpha1",
        "no items|'{apiVersion: config.kubernetes.io/v1, kind: ResourceList}'|1|the ResourceList has no items: expected a list, empty or not",
        "items a mapping|'{apiVersion: config.kubernetes.io/v1, kind: ResourceList, items: {}}'|1|the items of the ResourceList are not list",
        "items a text|'{apiVersion: config.kubernetes.io/v1, kind: ResourceList, items: a}'|1|the items of the ResourceList are not list",
        "an item a text|'{apiVersion: config.kubernetes.io/v1, kind: ResourceList, items: [{}, a]}'|1|items[1] is not a mapping: expected a resource",
        "configuration a list|'{apiVersion: config.kubernetes.io/v1, kind: ResourceList, items: [], functionConfig: []}'|1|functionConfig is not a mapping",
        "configuration a text|'{apiVersion: config.kubernetes.io/v1, kind: ResourceList, items: [], functionConfig: a}'|1|functionConfig is not a mapping",
      })
  void what_is_not_a_list_is_refused(String name, String text, int line, String reason) {
    assertThatThrownBy(() -> Lists.of(text))
        .isInstanceOfSatisfying(KrmException.class, e -> assertThat(e.line()).isEqualTo(line))
        .hasMessage(reason);
  }

  @Test
  void another_version_is_refused_with_its_line() {
    assertThatThrownBy(() -> Lists.of("kind: ResourceList\napiVersion: v1\nitems: []\n"))
        .isInstanceOfSatisfying(KrmException.class, e -> assertThat(e.line()).isEqualTo(2))
        .hasMessageContaining("has apiVersion \"v1\"");
  }

  @Test
  void a_second_document_is_refused_with_its_line() {
    assertThatThrownBy(() -> Lists.of(Lists.HEAD + "items: []\n---\na: b\n"))
        .isInstanceOfSatisfying(KrmException.class, e -> assertThat(e.line()).isEqualTo(5))
        .hasMessageStartingWith("a second document begins here");
  }

  @Test
  void the_configuration_may_be_null() {
    assertThat(Lists.of(Lists.HEAD + "items: []\nfunctionConfig: null\n").functionConfig())
        .isEmpty();
  }

  @Test
  void a_config_map_gives_its_data_as_text() {
    FunctionConfig config =
        Lists.of(
                Lists.HEAD
                    + "items: []\nfunctionConfig: {apiVersion: v1, kind: ConfigMap, data: {a: b, n: 1, nothing: ~, no: []}}\n")
            .functionConfig()
            .orElseThrow();

    assertThat(config.isConfigMap()).isTrue();
    assertThat(config.data())
        .containsExactly(entry("a", "b"), entry("n", "1"), entry("nothing", ""));
    assertThat(config.spec()).isEmpty();
  }

  @Test
  void a_typed_configuration_is_not_a_config_map() {
    FunctionConfig config =
        Lists.of(
                Lists.HEAD
                    + "items: []\nfunctionConfig: {apiVersion: v2, kind: ConfigMap, spec: {}}\n")
            .functionConfig()
            .orElseThrow();

    assertThat(config.isConfigMap()).isFalse();
    assertThat(config.data()).isEmpty();
    assertThat(config.spec()).isPresent();
  }

  private static java.util.Map.Entry<String, String> entry(String key, String value) {
    return java.util.Map.entry(key, value);
  }
}
