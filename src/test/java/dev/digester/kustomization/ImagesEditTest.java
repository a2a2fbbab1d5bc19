package dev.digester.kustomization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.digester.document.Document;
import dev.digester.document.Mapping;
import dev.digester.document.proof.DocumentEdit;
import dev.digester.document.read.Documents;
import dev.digester.document.text.SourceText;
import dev.digester.document.text.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImagesEditTest {
  private static final String D =
      "sha256:24a0c4b4a4c0eb97a1aabb8e29f18e917d05abfe1b7a7c07857230879ce7d3d3";

  @Test
  void new_entries_are_sorted_and_spelled_as_kustomize_spells_them() {
    assertThat(
            set(
                "kind: Kustomization\nresources:\n- pod.yaml\n",
                "postgres=eu.gcr.io/my-project/postgres:latest",
                "my-app=my-registry/my-app@" + D,
                "node:8.15.0",
                "mysql=mariadb",
                "alpine@" + D,
                "full=127.0.0.1:5000/x/full:v1@" + D,
                "tagdig:1.2@" + D,
                "127.0.0.1:5000/host/port:v1",
                "localhost:5000/p=quay.io/q:1"))
        .isEqualTo(
            """
            kind: Kustomization
            resources:
            - pod.yaml
            images:
            - name: 127.0.0.1:5000/host/port
              newTag: v1
            - digest: D
              name: alpine
            - digest: D
              name: full
              newName: 127.0.0.1:5000/x/full
              newTag: v1
            - name: localhost:5000/p
              newName: quay.io/q
              newTag: "1"
            - digest: D
              name: my-app
              newName: my-registry/my-app
            - name: mysql
              newName: mariadb
            - name: node
              newTag: 8.15.0
            - name: postgres
              newName: eu.gcr.io/my-project/postgres
              newTag: latest
            - digest: D
              name: tagdig
              newTag: "1.2"
            """);
  }

  @Test
  void an_entry_is_replaced_and_a_star_keeps_what_it_has() {
    String before =
        """
        images:
        - name: a
          newName: reg/a
          newTag: v1
        - name: b
          newName: reg/b
          digest: D
        - name: c
          newName: reg/c
          newTag: v3
          digest: D
        - name: d
          newName: reg/d
          newTag: v4
        - name: e
          newName: reg/e
          newTag: v5
        """;
    assertThat(set(before, "a=*:v2", "b=new/b@*", "c=*:*@" + D, "d=other/d:*", "e@" + D))
        .isEqualTo(
            """
            images:
            - name: a
              newName: reg/a
              newTag: v2
            - name: b
              newName: new/b
              digest: D
            - name: c
              newName: reg/c
              newTag: v3
              digest: D
            - name: d
              newName: other/d
              newTag: v4
            - name: e
              digest: D
            """);
  }

  @Test
  void comments_order_and_suffixes_stay() {
    assertThat(
            set(
                """
                # above images
                images:
                # above nginx
                - name: nginx
                  newTag: "1.27" # on tag
                  tagSuffix: -alpine
                # above zoo
                - newTag: v1
                  name: zoo
                # above resources
                resources: [a.yaml]
                """,
                "nginx:1.28@" + D,
                "zoo=reg/zoo",
                "redis:7"))
        .isEqualTo(
            """
            # above images
            images:
            # above nginx
            - name: nginx
              newTag: "1.28" # on tag
              digest: D
              tagSuffix: -alpine
            - name: redis
              newTag: "7"
            # above zoo
            - name: zoo
              newName: reg/zoo
            # above resources
            resources: [a.yaml]
            """);
  }

  @Test
  void a_duplicate_name_sets_all_of_its_entries_and_the_last_argument_wins() {
    assertThat(set("images:\n- name: a\n  newTag: v1\n- name: a\n  newTag: v2\n", "a:v3", "a:v4"))
        .isEqualTo("images:\n- name: a\n  newTag: v4\n- name: a\n  newTag: v4\n");
  }

  @Test
  void an_alias_is_set_for_the_named_entry_only() {
    assertThat(set("x: &t v1\nimages:\n- name: a\n  newTag: *t\n- name: b\n  newTag: *t\n", "a:v2"))
        .isEqualTo("x: &t v1\nimages:\n- name: a\n  newTag: v2\n- name: b\n  newTag: *t\n");
    assertThatThrownBy(
            () -> set("images:\n- name: a\n  newTag: &t v1\n- name: b\n  newTag: *t\n", "a:v2"))
        .isInstanceOf(SetImageException.class)
        .hasMessageContaining("line 3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "images:|images:~- name: a~  newTag: v1",
        "images: []|images:~- name: a~  newTag: v1",
        "images: # none|images: # none~- name: a~  newTag: v1",
        "images: [] # none|images: # none~- name: a~  newTag: v1",
        "images: [{name: b}]|images: [{name: a, newTag: v1}, {name: b}]",
        "images: [{name: A}]|images: [{name: A}, {name: a, newTag: v1}]",
        "images: [{name: a}]|images: [{name: a, newTag: v1}]",
        "images: [{name: a, newTag: v2}]|images: [{name: a, newTag: v1}]",
        "images: [{newTag: v2, digest: x, name: a}]|images: [{newTag: v1, name: a}]",
        "{kind: Component}|{kind: Component, images: [{name: a, newTag: v1}]}",
      })
  void each_layout_stays(String before, String after) {
    assertThat(set(before + "\n", "a:v1")).isEqualTo(after.replace('~', '\n') + "\n");
  }

  @Test
  void json_stays_json_and_crlf_stays_crlf() {
    assertThat(set("{\"kind\": \"Kustomization\"}", "a:1.27"))
        .isEqualTo(
            "{\"kind\": \"Kustomization\", \"images\": [{\"name\": \"a\", \"newTag\": \"1.27\"}]}");
    assertThat(set("kind: Kustomization\r\n", "a:1.27"))
        .isEqualTo("kind: Kustomization\r\nimages:\r\n- name: a\r\n  newTag: \"1.27\"\r\n");
    assertThat(set("images:\n- name: a", "a:1.27"))
        .isEqualTo("images:\n- name: a\n  newTag: \"1.27\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nginx",
        "127.0.0.1:5000/app",
        "nginx:",
        "nginx@",
        "nginx@sha256:short",
        "nginx:1.27@",
        "nginx:bad tag",
        "nginx:v1+build",
        "nginx=",
        "=",
        "a=*:"
      })
  void what_is_not_an_image_is_an_error(String argument) {
    assertThatThrownBy(() -> SetImage.parse(argument)).isInstanceOf(SetImageException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "a=b=c:1,a,b=c",
    "=nginx:1,nginx,",
    "UPPER/Case:1,UPPER/Case,",
    "127.0.0.1:5000/app=other:1,127.0.0.1:5000/app,other",
  })
  void an_argument_is_split_at_the_first_equals_sign(String argument, String name, String newName) {
    SetImage set = SetImage.parse(argument);
    assertThat(set.name()).isEqualTo(name);
    assertThat(set.newName().after(Optional.empty()).orElse(null)).isEqualTo(newName);
  }

  /** The text after the arguments are set, the digest shortened to D. */
  private static String set(String text, String... arguments) {
    Document document = Documents.read(SourceText.of(text.replace("digest: D", "digest: " + D)));
    Mapping root = (Mapping) document.roots().getFirst();
    ImagesEdit edit =
        ImagesEdit.of(document, root, Arrays.stream(arguments).map(SetImage::parse).toList());
    Document edited = DocumentEdit.of(document, List.of(), edit.edits()).apply(edit::isIn);
    return edited.source().text(new Span(0, edited.source().length())).replace(D, "D");
  }
}
