package dev.digester.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.digester.document.read.Documents;
import dev.digester.document.text.SourceText;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FieldPathTest {
  private static final FieldPath IMAGE =
      FieldPath.of("spec", "template", "spec", "containers").element(0).field("image");

  @Test
  void reads_as_in_results_of_functions() {
    assertThat(IMAGE).hasToString("spec.template.spec.containers[0].image");
    assertThat(FieldPath.of("data", "config.yaml")).hasToString("data[config.yaml]");
    assertThat(FieldPath.of("data", "", "a/b")).hasToString("data[].a/b");
    assertThat(FieldPath.root().element(1).element(2)).hasToString("[1][2]");
    assertThat(FieldPath.root()).hasToString("");
  }

  @Test
  void reads_as_a_json_pointer() {
    assertThat(IMAGE.toPointer()).isEqualTo("/spec/template/spec/containers/0/image");
    assertThat(FieldPath.of("metadata", "annotations", "a~b/c").toPointer())
        .isEqualTo("/metadata/annotations/a~0b~1c");
    assertThat(FieldPath.root().toPointer()).isEmpty();
  }

  @Test
  void finds_the_node() {
    Node root = Documents.read(SourceText.of("a: &x {b: [c, d]}\ne: *x\n")).roots().getFirst();

    assertThat(FieldPath.of("e", "b").element(1).find(root))
        .map(node -> ((Scalar) node).value())
        .contains("d");
    assertThat(FieldPath.of("a", "z").find(root)).isEmpty();
    assertThat(FieldPath.of("a").element(0).find(root)).isEmpty();
    assertThat(FieldPath.of("a", "b", "c").find(root)).isEmpty();
    assertThat(FieldPath.root().find(root)).contains(root);
  }

  @Test
  void names_the_place_of_every_slot() {
    Document document =
        Documents.read(SourceText.of("a: 1\nb: [x, {c: y}]\n? [k]\n: z\n---\n- q\n"));
    List<String> paths =
        IntStream.range(0, document.index().size())
            .mapToObj(slot -> NodePath.to(document, slot).toString())
            .toList();

    assertThat(paths)
        .containsExactly(
            "", "a", "a", "b", "b", "b[0]", "b[1]", "b[1].c", "b[1].c", "[[k]]", "[0]", "[[k]]", "",
            "[0]");
  }

  @Test
  void names_a_key_that_needs_decoding_as_it_reads() {
    Document document = Documents.read(SourceText.of("a b: 1\n'a b': 2\n? a\n  b\n: 3\na: 4\n"));

    assertThat(IntStream.of(2, 4, 6, 8).mapToObj(slot -> NodePath.to(document, slot)))
        .extracting(FieldPath::toString)
        .containsExactly("a b", "a b", "a b", "a");
  }

  @Test
  void positions_are_not_negative() {
    assertThatThrownBy(() -> FieldPath.root().element(-1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
