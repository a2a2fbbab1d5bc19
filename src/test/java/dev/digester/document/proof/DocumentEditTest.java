package dev.digester.document.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.digester.document.Document;
import dev.digester.document.Scalar;
import dev.digester.document.edit.Replacement;
import dev.digester.document.edit.ScalarEditTest;
import dev.digester.document.read.Documents;
import dev.digester.document.text.Edit;
import dev.digester.document.text.SourceText;
import dev.digester.document.text.Span;
import dev.digester.document.text.Splice;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentEditTest {
  private static final String TEXT = "items:\n- &a x\n- *a\nresults:\n- old\n";

  private static Document document(String text) {
    return Documents.read(SourceText.of(text));
  }

  private static Edit edit(int start, int end, String text) {
    return new Edit(new Span(start, end), text);
  }

  @Test
  void appends_and_replaces_raw_text() {
    Document before = document(TEXT);
    Document after =
        DocumentEdit.of(
                before,
                List.of(),
                List.of(
                    edit(28, 33, "- new\n- *b"),
                    edit(7, 7, "- &b 1\n"),
                    edit(34, 34, "more: {}\n")))
            .apply(result -> result.roots().size() == 1);

    assertThat(ScalarEditTest.all(after))
        .isEqualTo("items:\n- &b 1\n- &a x\n- *a\nresults:\n- new\n- *b\nmore: {}\n");
  }

  @Test
  void appends_after_an_empty_value_at_the_end() {
    Document after =
        DocumentEdit.of(document("a:"), List.of(), List.of(edit(2, 2, "\nb: c")))
            .apply(result -> true);

    assertThat(ScalarEditTest.all(after)).isEqualTo("a:\nb: c");
  }

  @Test
  void an_edit_that_changes_other_nodes_is_a_defect() {
    Document before = document(TEXT);

    for (Edit bad :
        List.of(
            edit(7, 7, "  "),
            edit(7, 7, "- k:\n  "),
            edit(9, 9, "&z "),
            edit(12, 12, "y"),
            edit(7, 14, "- &a y\n"),
            edit(34, 34, "  - deeper\n"),
            edit(34, 34, "{"),
            edit(0, 0, "- "))) {
      assertThatThrownBy(
              () -> DocumentEdit.of(before, List.of(), List.of(bad)).apply(result -> true))
          .as("%s", bad)
          .isInstanceOf(EditException.class)
          .hasMessageContaining("this is a defect of digester")
          .hasMessageContaining("nothing was written")
          .hasMessageContaining("report");
    }
  }

  @Test
  void new_values_and_new_text_are_spliced_in_at_once() {
    Document before = document("a: x\nb: 'y' # z\nc: [1, 2]\n");
    List<Replacement> values =
        List.of(
            Replacement.of((Scalar) before.node(4), "longer"),
            Replacement.of((Scalar) before.node(2), "no: plain"));
    Document after =
        DocumentEdit.of(before, values, List.of(edit(4, 4, " # new"), edit(19, 25, "[3]")))
            .apply(edited -> true);

    assertThat(ScalarEditTest.all(after))
        .isEqualTo("a: \"no: plain\" # new\nb: 'longer' # z\nc: [3]\n");
  }

  @Test
  void values_after_a_shorter_block_scalar_and_additions_change_at_once() {
    Document before = document("a: |2\n  one\n  two\nb: c\n");
    List<Replacement> values =
        List.of(
            Replacement.of((Scalar) before.node(2), "1\n"),
            Replacement.of((Scalar) before.node(3), "longer: key"));
    Document after =
        DocumentEdit.of(before, values, List.of(edit(23, 23, "d: e\n"))).apply(edited -> true);

    assertThat(ScalarEditTest.all(after)).isEqualTo("a: |2\n  1\n\"longer: key\": c\nd: e\n");
  }

  @Test
  void what_the_caller_wants_must_be_true() {
    assertThatThrownBy(() ->
            DocumentEdit.of(document(TEXT), List.of(), List.of(edit(34, 34, "b: c\n")))
                .apply(result -> false))
        .isInstanceOf(EditException.class);
  }

  @Test
  void a_key_that_would_merge_with_its_line_is_a_defect() {
    Document document = document("? a:\n");
    Scalar empty = (Scalar) document.node(document.index().size() - 1);

    assertThat(empty.value()).isEmpty();
    Proof.untouchedBytes(new Splice(document.source(), List.of()), document.source());
    assertThatThrownBy(() ->
            Proof.untouchedBytes(new Splice(document.source(), List.of()), SourceText.of("? b:\n")))
        .isInstanceOf(EditException.class);
  }

  @Test
  void lost_or_foreign_bytes_are_a_defect() {
    Splice splice = new Splice(SourceText.of("abc"), List.of(edit(1, 2, "xy")));

    for (String bad : List.of("axyc1", "axy", "axzc", "bxyc", "a", "axyd")) {
      assertThatThrownBy(() -> Proof.untouchedBytes(splice, SourceText.of(bad)))
          .as(bad)
          .isInstanceOf(EditException.class);
    }
    Proof.untouchedBytes(splice, SourceText.of("axyc"));
  }

  @Test
  void a_document_that_reads_otherwise_is_a_defect() {
    Document before = document("a: x\nb: [y, z]\n");
    Scalar x = (Scalar) before.node(2);
    var changes = List.of(Replacement.of(x, "v"));

    for (String bad :
        List.of(
            "a: m\nb: [y, z]\n",
            "a: 'v'\nb: [y]\n",
            "a: [v, o]\n",
            "a: v\nb: ['y', z]\n",
            "a: v\nb: [ y, z]\n")) {
      assertThatThrownBy(() -> proof(before, changes, document(bad)).check())
          .as(bad)
          .isInstanceOf(EditException.class);
    }
    proof(before, changes, document("a: v\nb: [y, z]\n")).check();
  }

  private static NodeProof proof(Document before, List<Replacement> changes, Document after) {
    List<Edit> edits = changes.stream().map(Replacement::edit).toList();
    return new NodeProof(before, changes, new Splice(before.source(), edits), after);
  }

  @Test
  void only_additions_bring_nodes() {
    for (String bad : List.of("x\nc: z", "x\n? z", "[x, z]", "x: z", "&z x")) {
      Document before = document("a: x\nb: y\n");
      Scalar x = (Scalar) before.node(2);
      List<Replacement> wrong = List.of(new Replacement(x, "x", new Edit(x.span(), bad)));
      List<Edit> comment = List.of(edit(9, 9, " # new"));

      assertThatThrownBy(() -> DocumentEdit.of(before, wrong).apply())
          .as(bad)
          .isInstanceOf(EditException.class);
      assertThatThrownBy(() -> DocumentEdit.of(before, wrong, comment).apply(after -> true))
          .as(bad)
          .isInstanceOf(EditException.class);
      assertThatThrownBy(() -> DocumentEdit.of(before, wrong, comment).prove(after -> true))
          .as(bad)
          .isInstanceOf(EditException.class);
    }
  }

  @Test
  void a_replacement_changes_only_its_scalar() {
    Document before = document("a: [x, y]\nb: z\n");
    Scalar x = (Scalar) before.node(3);

    for (Edit bad :
        List.of(edit(4, 8, "x"), edit(5, 8, ""), edit(4, 5, "x] #"), edit(13, 14, "w"))) {
      List<Replacement> wrong = List.of(new Replacement(x, "x", bad));
      assertThatThrownBy(() ->
              DocumentEdit.of(before, wrong, List.of(edit(15, 15, "c: d\n"))).prove(after -> true))
          .as("%s", bad)
          .isInstanceOf(EditException.class);
      assertThatThrownBy(() -> DocumentEdit.of(before, wrong).apply())
          .as("%s", bad)
          .isInstanceOf(EditException.class);
    }
  }
}
