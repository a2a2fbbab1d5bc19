package dev.digester.document.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.digester.document.Document;
import dev.digester.document.Key;
import dev.digester.document.Mapping;
import dev.digester.document.Scalar;
import dev.digester.document.Sequence;
import dev.digester.document.proof.DocumentEdit;
import dev.digester.document.text.DocumentException;
import dev.digester.document.text.SourceText;
import dev.digester.document.text.Span;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
  private static Document read(String text) {
    return new JsonReader().read(SourceText.of(text));
  }

  @Test
  void finds_each_node_at_its_bytes() {
    String text = " { \"é\" : [ 1 , -2.5e+3 , true , null ] , \"b\":{} , \"c\":[] }\r\n";

    assertThat(YamlReaderTest.nodes(read(text)))
        .isEqualTo("fm1-59 d3-7 fs10-39 p12-13 p16-23 p26-30 p33-37 d42-45 fm46-48 d51-54 fs55-57");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "10.25",
        "1e5",
        "1E-5",
        "0.0e+1",
        "true",
        "false",
        "null",
        "\"\"",
        "[]",
        "{}",
        "[[],{}]",
        "\uFEFF1",
        "\t1\n",
        "{\"a\":1,\"a\":2}",
        "\"\u007F\uFFFF\u2028\""
      })
  void takes_what_the_rfc_allows(String text) {
    assertThat(read(text).roots()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|the text is empty where a JSON value is expected",
        "01|more text follows the JSON value",
        "1 2|more text follows the JSON value",
        "{}x|more text follows the JSON value",
        "-|a number is not complete",
        "1.|a number is not complete",
        "1e|a number is not complete",
        "1e+|a number is not complete",
        "+1|a JSON value is expected",
        ".5|a JSON value is expected",
        "tru|a JSON value is expected",
        "nul1|a JSON value is expected",
        "'a'|a JSON value is expected",
        "[1,]|a JSON value is expected",
        "[1 2]|a ',' or ']' is missing in an array",
        "[1|the text ends within a JSON value",
        "{\"a\"}|a ':' is missing after a name",
        "{\"a\" 1}|a ':' is missing after a name",
        "{\"a\":1|the text ends within a JSON value",
        "{\"a\":1 \"b\":2}|a ',' or '}' is missing in an object",
        "{\"a\":1,}|a name in double quotes is missing in an object",
        "{a:1}|a name in double quotes is missing in an object",
        "\"a|a string is not closed",
        "\"a\\|a backslash begins an unknown escape",
        "\"\\x41\"|a backslash begins an unknown escape",
        "\"\\u12\"|a backslash begins an unknown escape",
        "\"\\u12G4\"|a backslash begins an unknown escape",
        "\"a\tb\"|a line break or tab in a string is not escaped",
        "{\"a\":1} # c|more text follows the JSON value"
      })
  void refuses_what_it_does_not(String text, String reason) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(DocumentException.class).hasMessage(reason);
  }

  @Test
  void names_the_line_of_a_mistake() {
    assertThatThrownBy(() -> read("{\n\n  \"a\": x\n}"))
        .isInstanceOfSatisfying(DocumentException.class, e -> assertThat(e.line()).isEqualTo(3));
  }

  @Test
  void reads_500_levels_and_not_one_more() {
    assertThat(read("[".repeat(500) + "]".repeat(500)).index().size()).isEqualTo(500);
    assertThatThrownBy(() -> read("[".repeat(501))).hasMessage("nested deeper than 500 levels");
    assertThatThrownBy(() -> read("{\"a\":".repeat(100_000))).hasMessageContaining("500 levels");
  }

  @Test
  void decodes_escapes_and_pairs_of_surrogates() {
    Sequence values =
        (Sequence)
            read("[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\", \"\\ud83d\\ude00\", \"a\\ud83db\\ude00\"]")
                .roots()
                .getFirst();

    assertThat(values.elements())
        .extracting(node -> ((Scalar) node).value())
        .isEqualTo(List.of("\"\\/\b\f\n\r\té", "😀", "a\uFFFDb\uFFFD"));
  }

  @Test
  void the_last_of_two_names_counts() {
    Mapping mapping = (Mapping) read("{\"a\":1,\"a\":2}").roots().getFirst();

    assertThat(mapping.scalar(Key.of("a")).orElseThrow().value()).isEqualTo("2");
    assertThat(mapping.getAll(Key.of("a"))).hasSize(2);
  }

  @Test
  void edits_keep_json_json() {
    Document document = read("{\"image\":\"nginx:1\",\"n\":1.10,\"b\":true,\"e\":\"\"}");
    Mapping root = (Mapping) document.roots().getFirst();
    Document edited =
        DocumentEdit.of(
                document,
                java.util.Map.of(
                    root.scalar(Key.of("image")).orElseThrow(), "nginx:1@\"\\\u0001é😀\u007F",
                    root.scalar(Key.of("n")).orElseThrow(), "1.11",
                    root.scalar(Key.of("b")).orElseThrow(), "no",
                    root.scalar(Key.of("e")).orElseThrow(), "x"))
            .apply();

    assertThat(edited.source().text(new Span(0, edited.source().length())))
        .isEqualTo(
            "{\"image\":\"nginx:1@\\\"\\\\\\u0001é😀\\u007F\",\"n\":1.11,\"b\":\"no\",\"e\":\"x\"}");
    assertThat(edited.isJson()).isTrue();
  }
}
