package dev.digester.document.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.document.Document;
import dev.digester.document.Scalar;
import dev.digester.document.edit.Replacement;
import dev.digester.document.index.NodeIndex;
import dev.digester.document.read.Documents;
import dev.digester.document.read.ReaderPair;
import dev.digester.document.text.SourceText;
import dev.digester.document.text.Splice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The index that is shifted is the one that reading the edited text makes. */
class ShiftedIndexTest {
  private static final String YAML =
      """
      a: {b: 1, c: [x, y]}
      d:
      - e: one
        f: 'two'
      - g:
        h: |
          three
      i: four
      """;

  private final Document document = Documents.read(SourceText.of(YAML));

  /** The index after values are given to the scalars that read some others. */
  private void shifts(Map<String, String> values) {
    List<Replacement> replacements = new ArrayList<>();
    for (int slot = 0; slot < document.index().size(); slot++) {
      if (document.node(slot) instanceof Scalar scalar && values.containsKey(scalar.value())) {
        replacements.add(Replacement.of(scalar, values.get(scalar.value())));
      }
    }
    assertThat(replacements).hasSameSizeAs(values.keySet());
    Splice splice =
        new Splice(document.source(), replacements.stream().map(Replacement::edit).toList());
    Excerpt excerpt = Excerpt.of(document, splice.edits(), YAML.length()).orElseThrow();
    NodeIndex edited =
        Proof.edited(excerpt.document(), excerpt.replacements(replacements), excerpt.splice(splice))
            .index();

    NodeIndex shifted = new ShiftedIndex(document.index(), splice, excerpt, edited).build();

    assertThat(ReaderPair.slots(shifted))
        .isEqualTo(ReaderPair.slots(Documents.read(splice.apply()).index()));
  }

  @Test
  void what_is_after_a_longer_value_moves_to_the_right() {
    shifts(Map.of("one", "much longer"));
  }

  @Test
  void what_is_after_a_shorter_value_moves_to_the_left() {
    shifts(Map.of("one", "1.", "two", ""));
  }

  @Test
  void collections_end_where_their_last_node_or_their_bracket_does() {
    shifts(Map.of("y", "longer", "four", "5th"));
  }

  @Test
  void a_value_that_gets_quotes_has_another_kind() {
    shifts(Map.of("four", "# no comment", "x", "a, b"));
  }

  @Test
  void a_value_takes_the_place_of_an_empty_one() {
    shifts(Map.of("", "full"));
  }

  @Test
  void several_edits_move_a_node_by_their_sum() {
    shifts(Map.of("1", "100", "one", "o", "two", "2 and 2", "four", "4th"));
  }

  @Test
  void a_key_that_changes_moves_its_value() {
    shifts(Map.of("d", "much", "i", "j: k"));
  }
}
