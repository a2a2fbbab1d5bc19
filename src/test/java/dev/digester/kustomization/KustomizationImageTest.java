package dev.digester.kustomization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.document.Document;
import dev.digester.document.Mapping;
import dev.digester.document.edit.Replacement;
import dev.digester.document.proof.DocumentEdit;
import dev.digester.document.read.Documents;
import dev.digester.document.text.SourceText;
import dev.digester.document.text.Span;
import dev.digester.reference.Digest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KustomizationImageTest {
  private static final Digest DIGEST = Digest.sha256(new byte[0]);

  @Test
  void a_block_entry_gets_a_line_after_its_tag() {
    assertThat(
            pinned(
                """
                images:
                # above
                - name: nginx
                  newTag: "1.27" # on tag
                # between
                - name: alpine
                """))
        .isEqualTo(
            """
            images:
            # above
            - name: nginx
              newTag: "1.27" # on tag
              digest: D
            # between
            - name: alpine
            """);
  }

  @Test
  void the_line_has_the_column_of_the_entry_and_its_line_end() {
    assertThat(pinned("images:\r\n  -   newTag: v1\r\n      name: a\r\n"))
        .isEqualTo("images:\r\n  -   newTag: v1\r\n      digest: D\r\n      name: a\r\n");
    assertThat(pinned("\uFEFFimages:\n- name: a\n  newTag: v1"))
        .isEqualTo("\uFEFFimages:\n- name: a\n  newTag: v1\n  digest: D");
    assertThat(pinned("images:\n- name: a\n  newTag: |-\n    v1\n\nkind: x\n"))
        .isEqualTo("images:\n- name: a\n  newTag: |-\n    v1\n  digest: D\n\nkind: x\n");
  }

  @Test
  void an_anchor_of_a_value_or_of_the_entry_stays() {
    assertThat(
            pinned(
                """
                images:
                - &e
                  name: a
                  newTag: &t v1
                - *e
                - {name: b, newTag: *t}
                """))
        .isEqualTo(
            """
            images:
            - &e
              name: a
              newTag: &t v1
              digest: D
            - *e
            - {name: b, newTag: *t, digest: D}
            """);
  }

  @Test
  void a_flow_entry_stays_flow() {
    assertThat(pinned("images: [{name: a, newTag: v1}]\n"))
        .isEqualTo("images: [{name: a, newTag: v1, digest: D}]\n");
    assertThat(pinned("images: [{\"name\": \"a\", \"newTag\": \"v1\"}]\n"))
        .isEqualTo("images: [{\"name\": \"a\", \"newTag\": \"v1\", \"digest\": \"D\"}]\n");
    assertThat(pinned("images:\n- {\n    name: a,\n    newTag: v1\n  }\n"))
        .isEqualTo("images:\n- {\n    name: a,\n    newTag: v1,\n    digest: D\n  }\n");
  }

  @Test
  void json_stays_json() {
    assertThat(pinned("{\"images\":[{\"name\":\"a\",\"newTag\":\"v1\"}]}"))
        .isEqualTo("{\"images\":[{\"name\":\"a\",\"newTag\":\"v1\", \"digest\":\"D\"}]}");
  }

  @Test
  void an_empty_digest_is_filled_in() {
    assertThat(pinned("images:\n- digest: \"\"\n  name: a\n  newTag: v1\n"))
        .isEqualTo("images:\n- digest: \"D\"\n  name: a\n  newTag: v1\n");
    assertThat(pinned("images:\n- digest:\n  name: a\n  newTag: v1\n"))
        .isEqualTo("images:\n- digest: D\n  name: a\n  newTag: v1\n");
  }

  @Test
  void a_merged_tag_is_pinned_in_the_entry_itself() {
    assertThat(pinned("x: &x {newTag: v1}\nimages:\n- <<: *x\n  name: a\n"))
        .isEqualTo("x: &x {newTag: v1}\nimages:\n- <<: *x\n  name: a\n  digest: D\n");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      delimiter = '|',
      value = {
        "name: a|-",
        "{name: a, newTag: 1.10}|a:1.10",
        "{name: a, newTag: 0x10}|a:0x10",
        "{name: a, newName: r.example/b, newTag: v1}|r.example/b:v1",
        "{name: a, newName: '', newTag: v1}|a:v1",
        "{name: a, newTag: v1, tagSuffix: -alpine}|a:v1-alpine",
        "{name: a, newTag: ''}|-",
        "{newTag: v1}|-",
      })
  void an_entry_names_the_image_of_the_build(String entry, String image) {
    assertThat(only("images: [{x: y}, " + braced(entry) + "]").image())
        .isEqualTo(Optional.ofNullable(image));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{name: a, newTag: v1}|false",
        "{name: a, newTag: 'v1@sha256:0'}|true",
        "{name: a, digest: 'sha256:0'}|true",
        "{name: a, digest: null}|false",
      })
  void a_digest_of_its_own_or_in_the_tag_pins_an_entry(String entry, boolean pinned) {
    assertThat(only("images: [{x: y}, " + entry + "]").isPinned()).isEqualTo(pinned);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'{apiVersion: kustomize.config.k8s.io/v1beta1, kind: Kustomization}'|any.yaml|true",
        "'{apiVersion: kustomize.config.k8s.io/v1alpha1, kind: Component}'|any.yaml|true",
        "'{apiVersion: kustomize.toolkit.fluxcd.io/v1, kind: Kustomization}'|kustomization.yaml|false",
        "'{resources: [a.yaml]}'|kustomization.yaml|true",
        "'{resources: [a.yaml]}'|Kustomization|true",
        "'{resources: [a.yaml]}'|values.yaml|false",
      })
  void a_kustomization_is_known_by_its_kind_or_its_file_name(
      String text, String file, boolean known) {
    assertThat(Kustomization.of(root(text), file).isPresent()).isEqualTo(known);
  }

  private static String braced(String entry) {
    return entry.startsWith("{") ? entry : "{" + entry + "}";
  }

  private static KustomizationImage only(String text) {
    return new Kustomization(root(text)).images().getLast();
  }

  private static Mapping root(String text) {
    return (Mapping) Documents.read(SourceText.of(text)).roots().getFirst();
  }

  /** The text with all entries pinned that can be, the digest shortened to D. */
  private static String pinned(String text) {
    Document document = Documents.read(SourceText.of(text));
    Mapping root = (Mapping) document.roots().getFirst();
    for (KustomizationImage image : new Kustomization(root).images()) {
      if (image.image().isPresent() && !image.isPinned()) {
        Document edited = edited(document, image.withDigest(DIGEST));
        return pinned(edited.source().text(new Span(0, edited.source().length())));
      }
    }
    return text.replace(DIGEST.toString(), "D");
  }

  private static Document edited(Document document, DigestChange change) {
    return switch (change) {
      case DigestChange.Insert(var edit) ->
          DocumentEdit.of(document, List.of(), List.of(edit)).apply();
      case DigestChange.Fill(var scalar, var value) ->
          DocumentEdit.of(document, List.of(Replacement.of(scalar, value))).apply();
    };
  }
}
