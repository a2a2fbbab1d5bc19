package dev.digester.krm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.digester.document.Document;
import dev.digester.document.read.Documents;
import dev.digester.document.text.SourceText;
import org.junit.jupiter.api.Test;

class ResourceStreamTest {
  private static final FunctionConfig CONFIG =
      Lists.of(Lists.HEAD + "items: []\nfunctionConfig: {kind: Digester}\n")
          .functionConfig()
          .orElseThrow();

  private static Document document(String text) {
    return Documents.read(SourceText.of(text));
  }

  @Test
  void each_document_is_an_item_and_empty_ones_are_passed_over() {
    ResourceStream stream =
        ResourceStream.of(document("kind: A\n---\n# nothing\n---\n~\n---\nkind: B\n"), CONFIG);

    assertThat(stream.items()).extracting(Resource::ref).hasToString("[A, B]");
    assertThat(stream.functionConfig()).contains(CONFIG);
  }

  @Test
  void an_item_comes_from_the_file_that_its_annotations_name() {
    ResourceStream stream =
        ResourceStream.of(
            document(
                "metadata: {annotations: {config.kubernetes.io/path: a.yaml}}\n---\nkind: B\n"),
            CONFIG);

    assertThat(stream.origin(stream.items().getFirst())).contains(new Origin("a.yaml", 0));
  }

  @Test
  void an_edited_text_is_a_stream_with_the_same_configuration() {
    Document edited = document("kind: C\n");
    ResourceStream stream = ResourceStream.of(document("kind: A\n"), CONFIG).reread(edited);

    assertThat(stream.document()).isSameAs(edited);
    assertThat(stream.functionConfig()).contains(CONFIG);
    assertThat(stream.items()).extracting(Resource::ref).hasToString("[C]");
  }

  @Test
  void a_document_that_is_not_a_mapping_is_refused_with_its_line() {
    assertThatThrownBy(() -> ResourceStream.of(document("kind: A\n---\n- b\n"), CONFIG))
        .isInstanceOfSatisfying(KrmException.class, e -> assertThat(e.line()).isEqualTo(3))
        .hasMessage("a document begins here that is not a mapping: expected a resource");
  }
}
