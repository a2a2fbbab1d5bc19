package dev.digester.document.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.document.Document;
import dev.digester.document.read.Documents;
import dev.digester.document.text.Edit;
import dev.digester.document.text.SourceText;
import dev.digester.document.text.Span;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegionsTest {
  private static final String KEYS = "a: 1\nb: 2\nc: 3\nd: 4\ne: 5\n";

  /** An edit that puts a text in the place of the only occurrence of another one. */
  private static Edit edit(String yaml, String old, String text) {
    int start = yaml.indexOf(old);
    assertThat(yaml.indexOf(old, start + 1)).as("once").isNegative();
    return new Edit(new Span(start, start + old.length()), text);
  }

  private static List<String> regions(String yaml, Edit... edits) {
    Document document = Documents.read(SourceText.of(yaml));
    return Regions.of(document, Arrays.asList(edits)).stream()
        .map(region -> yaml.substring(region.start(), region.end()))
        .toList();
  }

  private static String head(String yaml, Edit edit) {
    return Regions.of(Documents.read(SourceText.of(yaml)), List.of(edit)).getFirst().head();
  }

  @Test
  void without_edits_there_is_no_region() {
    assertThat(regions(KEYS)).isEmpty();
  }

  @Test
  void a_region_has_the_line_of_an_edit_and_the_lines_before_and_after_it() {
    assertThat(regions(KEYS, edit(KEYS, "3", "x"))).containsExactly("b: 2\nc: 3\nd: 4\n");
    assertThat(regions(KEYS, edit(KEYS, "1", "x"))).containsExactly("a: 1\nb: 2\n");
    assertThat(regions(KEYS, edit(KEYS, "5", "x"))).containsExactly("d: 4\ne: 5\n");
  }

  @Test
  void blank_lines_and_comments_are_passed_over() {
    String yaml = "a: 1\n\n# one\nb: 2\n  # two\n\nc: 3\nd: 4\n";

    assertThat(regions(yaml, edit(yaml, "2", "x")))
        .containsExactly("a: 1\n\n# one\nb: 2\n  # two\n\nc: 3\n");
  }

  @Test
  void scalars_and_flow_collections_are_whole() {
    String yaml = "a: 1\nb: |\n  one\n  two\nc: 3\nd: [4,\n  5]\ne: 6\nf: 7\n";

    assertThat(regions(yaml, edit(yaml, "3", "x")))
        .containsExactly("b: |\n  one\n  two\nc: 3\nd: [4,\n  5]\n");
    assertThat(regions(yaml, edit(yaml, "two", "x"))).containsExactly("b: |\n  one\n  two\nc: 3\n");
  }

  @Test
  void regions_that_touch_are_one() {
    String yaml = "a: 1\nb: 2\nc: 3\nd: 4\ne: 5\nf: 6\ng: 7\nh: 8\ni: 9\n";

    assertThat(regions(yaml, edit(yaml, "2", "x"), edit(yaml, "5", "x")))
        .containsExactly("a: 1\nb: 2\nc: 3\nd: 4\ne: 5\nf: 6\n");
    assertThat(regions(yaml, edit(yaml, "1", "x"), edit(yaml, "6", "x")))
        .containsExactly("a: 1\nb: 2\n", "e: 5\nf: 6\ng: 7\n");
  }

  @Test
  void a_byte_order_mark_is_in_no_region() {
    String yaml = "a: 1\nb: 2\n";
    Document document = Documents.read(SourceText.of("\uFEFF" + yaml));
    Region region = Regions.of(document, List.of(new Edit(new Span(6, 7), "x"))).getFirst();

    assertThat(region.start()).isEqualTo(3);
    assertThat(region.first()).isZero();
  }

  @Test
  void the_head_opens_the_collections_that_the_lines_are_in() {
    String yaml = "a:\n  b:\n  - c: 1\n    d: 2\n    e: 3\n    f: 4\n";

    assertThat(head(yaml, edit(yaml, "4", "5\ng: h"))).isEqualTo("a:\n  a:\n  -\n    a: b\n");
  }

  @Test
  void only_the_innermost_collection_left_of_all_lines_is_in_the_head() {
    String yaml = "a:\n  b:\n  - c: 1\n    d: 2\n    e: 3\n    f: 4\n";

    assertThat(head(yaml, edit(yaml, "4", "5"))).isEqualTo("  -\n    a: b\n");
  }

  @Test
  void the_first_lines_of_a_text_need_no_head() {
    assertThat(head(KEYS, edit(KEYS, "1", "x"))).isEmpty();
  }
}
