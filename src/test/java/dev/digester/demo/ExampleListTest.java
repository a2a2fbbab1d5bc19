package dev.digester.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExampleListTest {
  private static final ExampleFile TWO_DOCUMENTS =
      new ExampleFile(
          "a/pods.yaml",
          """
          # one
          apiVersion: v1
          kind: Pod
          metadata:
            name: one
            annotations:
              is: kept
          spec:
            containers:
            - image: nginx
          ---
          kind: Pod
          metadata:
            name: two
          """);

  @Test
  void each_document_is_an_item_with_its_file_and_its_index() {
    ExampleList list = new ExampleList(List.of(TWO_DOCUMENTS), "kind: Digester\nspec: {}\n");

    assertThat(new String(list.bytes(), UTF_8))
        .isEqualTo(
            """
            apiVersion: config.kubernetes.io/v1
            kind: ResourceList
            items:
            - # one
              apiVersion: v1
              kind: Pod
              metadata:
                name: one
                annotations:
                  config.kubernetes.io/index: '0'
                  config.kubernetes.io/path: 'a/pods.yaml'
                  internal.config.kubernetes.io/index: '0'
                  internal.config.kubernetes.io/path: 'a/pods.yaml'
                  is: kept
              spec:
                containers:
                - image: nginx
            - kind: Pod
              metadata:
                annotations:
                  config.kubernetes.io/index: '1'
                  config.kubernetes.io/path: 'a/pods.yaml'
                  internal.config.kubernetes.io/index: '1'
                  internal.config.kubernetes.io/path: 'a/pods.yaml'
                name: two
            functionConfig:
              kind: Digester
              spec: {}
            """);
  }

  @Test
  void a_document_without_metadata_gets_some() {
    ExampleFile file = new ExampleFile("kustomization.yaml", "kind: Kustomization\n");

    assertThat(new String(new ExampleList(List.of(file), "kind: X\n").bytes(), UTF_8))
        .contains("- kind: Kustomization\n  metadata:\n    annotations:\n");
  }

  @Test
  void a_change_inside_a_line_reaches_the_file_and_nothing_else_does() {
    ExampleList list = new ExampleList(List.of(TWO_DOCUMENTS), "kind: Digester\n");
    String answer =
        new String(list.bytes(), UTF_8).replace("image: nginx", "image: nginx@sha256:1")
            + "results:\n- message: m\n";

    assertThat(list.after(answer.getBytes(UTF_8)))
        .containsExactly(
            new ExampleFile(
                "a/pods.yaml",
                TWO_DOCUMENTS.text().replace("image: nginx", "image: nginx@sha256:1")));
  }

  @Test
  void a_list_that_lost_lines_is_refused() {
    ExampleList list = new ExampleList(List.of(TWO_DOCUMENTS), "kind: Digester\n");

    assertThatThrownBy(() -> list.after("items: []\n".getBytes(UTF_8)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("lines missing");
  }
}
