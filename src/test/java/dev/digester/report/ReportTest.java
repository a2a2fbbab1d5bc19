package dev.digester.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.digester.document.read.Documents;
import dev.digester.document.text.SourceText;
import dev.digester.report.Palette.Tone;
import dev.digester.report.Table.Cell;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportTest {
  @Test
  void columns_begin_three_spaces_after_the_longest_cell_and_no_line_ends_with_spaces() {
    Table table = new Table("IMAGE", "STATUS");
    table.add(new Cell("nginx:1.27"), new Cell("unpinned", Tone.BAD));
    table.add(new Cell("ünïx"), new Cell(""));

    assertThat(table.print(Palette.PLAIN))
        .isEqualTo("IMAGE        STATUS\nnginx:1.27   unpinned\nünïx\n");
  }

  @Test
  void colours_do_not_move_columns() {
    Table table = new Table("A", "B");
    table.add(new Cell("x", Tone.GOOD), new Cell("y"));

    assertThat(table.print(Palette.ANSI))
        .isEqualTo("\u001b[1mA\u001b[0m   \u001b[1mB\u001b[0m\n\u001b[32mx\u001b[0m   y\n");
  }

  @Test
  void a_row_has_as_many_cells_as_there_are_headings() {
    Table table = new Table("A");
    assertThatThrownBy(table::add).hasMessage("0 cells in 1 columns");
  }

  @Test
  void colours_are_for_terminals_unless_one_is_chosen_or_the_environment_says_no() {
    assertThat(ColourChoice.AUTO.palette(true, Map.of())).isEqualTo(Palette.ANSI);
    assertThat(ColourChoice.AUTO.palette(false, Map.of())).isEqualTo(Palette.PLAIN);
    assertThat(ColourChoice.AUTO.palette(true, Map.of("NO_COLOR", "1"))).isEqualTo(Palette.PLAIN);
    assertThat(ColourChoice.AUTO.palette(true, Map.of("NO_COLOR", ""))).isEqualTo(Palette.ANSI);
    assertThat(ColourChoice.AUTO.palette(true, Map.of("TERM", "dumb"))).isEqualTo(Palette.PLAIN);
    assertThat(ColourChoice.ALWAYS.palette(false, Map.of("NO_COLOR", "1"))).isEqualTo(Palette.ANSI);
    assertThat(ColourChoice.NEVER.palette(true, Map.of())).isEqualTo(Palette.PLAIN);
  }

  @Test
  void the_words_of_the_color_option_are_auto_always_and_never() {
    assertThat(ColourChoice.of("auto")).contains(ColourChoice.AUTO);
    assertThat(ColourChoice.of("always")).contains(ColourChoice.ALWAYS);
    assertThat(ColourChoice.of("never")).contains(ColourChoice.NEVER);
    assertThat(ColourChoice.of("yes")).isEmpty();
  }

  @Test
  void json_is_indented_and_members_keep_their_order() {
    String json =
        JsonWriter.object(root ->
            root.member("image", "a\"b\n")
                .member("reason", Optional.empty())
                .member("line", 3)
                .member("index", true)
                .objectMember("resource", resource -> resource.member("kind", "Pod"))
                .arrayMember("written", paths -> paths.element("x").element("y"))
                .arrayMember("none", _ -> {}));

    assertThat(json)
        .isEqualTo(
            """
            {
              "image": "a\\"b\\n",
              "line": 3,
              "index": true,
              "resource": {
                "kind": "Pod"
              },
              "written": [
                "x",
                "y"
              ],
              "none": []
            }
            """);
    assertThat(Documents.read(SourceText.of(json)).isJson()).isTrue();
  }

  @Test
  void an_array_of_objects_is_a_value() {
    String json =
        JsonWriter.array(list ->
            list.objectElement(one -> one.member("a", 1))
                .objectElement(two -> two.member("b", Optional.of("c"))));

    assertThat(json).isEqualTo("[\n  {\n    \"a\": 1\n  },\n  {\n    \"b\": \"c\"\n  }\n]\n");
    assertThat(JsonWriter.array(_ -> {})).isEqualTo("[]\n");
  }
}
