package dev.digester.krm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.digester.document.Key;
import dev.digester.document.Mapping;
import org.junit.jupiter.api.Test;

class OriginTest {
  private static String item(String annotations) {
    return "- {metadata: {annotations: {" + annotations + "}}}\n";
  }

  private static String origin(ResourceList list, int item) {
    return list.origin(list.items().get(item)).map(Origin::toString).orElse("none");
  }

  @Test
  void the_current_annotations_win_over_the_legacy_ones() {
    ResourceList list =
        Lists.items(
            item(
                "config.kubernetes.io/path: old.yaml, config.kubernetes.io/index: '1',"
                    + " internal.config.kubernetes.io/path: new.yaml, internal.config.kubernetes.io/index: '2'"));

    assertThat(origin(list, 0)).isEqualTo("new.yaml[2]");
  }

  @Test
  void the_legacy_annotations_serve_where_they_are_alone() {
    ResourceList list =
        Lists.items(item("config.kubernetes.io/path: a.yaml, config.kubernetes.io/index: '3'"));

    assertThat(origin(list, 0)).isEqualTo("a.yaml[3]");
  }

  @Test
  void an_index_that_is_missing_or_no_number_is_the_first_document() {
    ResourceList list =
        Lists.items(
            item("config.kubernetes.io/path: a.yaml")
                + item("config.kubernetes.io/path: b.yaml, config.kubernetes.io/index: x")
                + item("config.kubernetes.io/path: c.yaml, config.kubernetes.io/index: '-1'"));

    assertThat(origin(list, 0)).isEqualTo("a.yaml[0]");
    assertThat(origin(list, 1)).isEqualTo("b.yaml[0]");
    assertThat(origin(list, 2)).isEqualTo("c.yaml[0]");
  }

  @Test
  void without_a_path_there_is_no_origin() {
    assertThat(origin(Lists.items(item("config.kubernetes.io/index: '0'")), 0)).isEqualTo("none");
  }

  @Test
  void files_of_a_subpackage_have_its_directory_in_front() {
    String inPackage =
        "internal.config.kubernetes.io/path: Kptfile, internal.config.kubernetes.io/package-path: ";
    ResourceList list =
        Lists.items(
            item(inPackage + "/w/shop/child")
                + item(inPackage + "/w/shop")
                + item(inPackage + "/w/shopping"));

    assertThat(origin(list, 0)).isEqualTo("child/Kptfile[0]");
    assertThat(origin(list, 1)).isEqualTo("Kptfile[0]");
    assertThat(origin(list, 2)).isEqualTo("Kptfile[0]");
  }

  @Test
  void a_resource_inside_of_a_list_comes_from_the_file_of_the_list() {
    ResourceList list =
        Lists.items(
            item("config.kubernetes.io/path: a.yaml")
                + "- {kind: List, metadata: {annotations: {config.kubernetes.io/path: b.yaml}}, items: [{kind: Pod}]}\n"
                + item("config.kubernetes.io/path: c.yaml"));
    Mapping pod =
        (Mapping)
            list.items()
                .get(1)
                .node()
                .sequence(Key.of("items"))
                .orElseThrow()
                .elements()
                .getFirst();

    assertThat(list.origin(new Resource(pod))).hasToString("Optional[b.yaml[0]]");
  }

  @Test
  void an_origin_has_a_path_and_a_document_of_it() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Origin("", 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Origin("a", -1));
  }
}
