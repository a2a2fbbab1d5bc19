package dev.digester.document.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.digester.document.Document;
import dev.digester.document.Scalar;
import dev.digester.document.proof.DocumentEdit;
import dev.digester.document.read.Documents;
import dev.digester.document.text.SourceText;
import dev.digester.document.text.Span;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an edit writes, for each style; each case with LF and with CRLF. */
public class ScalarEditTest {
  private static String edited(String text, String value) {
    Document document = Documents.read(SourceText.of(text));
    Document edited = DocumentEdit.of(document, Map.of(last(document), value)).apply();
    assertThat(last(edited).value()).isEqualTo(value);
    return all(edited);
  }

  private static Scalar last(Document document) {
    return (Scalar) document.node(document.index().size() - 1);
  }

  public static String all(Document document) {
    return document.source().text(new Span(0, document.source().length()));
  }

  static Stream<Arguments> edits() {
    return Stream.of(
        // A suffix is inserted, whatever the style.
        Arguments.of("a: x # c\n", "x@y", "a: x@y # c\n"),
        Arguments.of("a: 'x''' # c\n", "x''y", "a: 'x''''y' # c\n"),
        Arguments.of("a: \"\\x41\\u00e9\"\n", "Aé\"\\y", "a: \"\\x41\\u00e9\\\"\\\\y\"\n"),
        Arguments.of("a: |\n  x\n", "x@y\n", "a: |\n  x@y\n"),
        Arguments.of("a: |- # c\n  x\n\n# d\n", "x@y", "a: |- # c\n  x@y\n\n# d\n"),
        Arguments.of("a: >+\n  x\n\n\n", "x@y\n\n\n", "a: >+\n  x@y\n\n\n"),
        Arguments.of("a: x\n  y\n\n  z\n", "x y\nz@1", "a: x\n  y\n\n  z@1\n"),
        Arguments.of("a: 'x\n  y'\n", "x y@1", "a: 'x\n  y@1'\n"),
        // Other values are written in the old style.
        Arguments.of("a: x # c\n", "new", "a: new # c\n"),
        Arguments.of("a: 'x'\n", "it's", "a: 'it''s'\n"),
        Arguments.of("a: \"x\"\n", "é€😀\t\n", "a: \"é€😀\\t\\n\"\n"),
        Arguments.of("a: \"x\n  \"\n", "x y", "a: \"x y\"\n"),
        Arguments.of("a: |\n    x\n    y\n", "p\n\n  q\n", "a: |\n    p\n\n      q\n"),
        Arguments.of("a: | # c\n  x\n", "y", "a: |- # c\n  y\n"),
        Arguments.of("a: |+\n  x\n\n", "y\n", "a: |\n  y\n"),
        Arguments.of("a: |2+\n   x\n\n", " y\n\n", "a: |2+\n   y\n\n"),
        Arguments.of("a: >\n  x\n  y\n", "z\n", "a: >\n  z\n"),
        Arguments.of("a: >-\n  x", "y", "a: >-\n  y"),
        Arguments.of("a: |2 # c\n  x", "y\nz", "a: |2- # c\n  y\n  z"),
        Arguments.of("a: |\n  x", "y\n", "a: |\n  y\n"),
        // Where the style cannot hold the value, double quotes do.
        Arguments.of("a: x\n", "y: z", "a: \"y: z\"\n"),
        Arguments.of("a: x\n", "", "a: \"\"\n"),
        Arguments.of("a: x\n", "x ", "a: \"x \"\n"),
        Arguments.of("a: x\n", "5", "a: \"5\"\n"),
        Arguments.of("a: [x]\n", "y,z", "a: [\"y,z\"]\n"),
        Arguments.of("a: 'x'\n", "x\ny", "a: \"x\\ny\"\n"),
        Arguments.of("a: | # c\n  x\n", "  y", "a: \"  y\" # c\n"),
        Arguments.of("a: |\n  x\n", "y\n\n", "a: \"y\\n\\n\"\n"),
        Arguments.of("a: >\n  x\n", "y\nz\n", "a: \"y\\nz\\n\"\n"),
        Arguments.of("a: |\n", "y", "a: \"y\"\n"),
        Arguments.of("a:\n|\n", "y", "a:\n \"y\"\n"),
        // A plain scalar that was not a string may become no string again.
        Arguments.of("a: 1.10\n", "1.11", "a: 1.11\n"),
        Arguments.of("a: null\n", "x", "a: x\n"),
        // Properties and what is around stays.
        Arguments.of("a: !!str &x x\n", "z", "a: !!str &x z\n"),
        Arguments.of("a:\n", "x", "a: x\n"),
        Arguments.of("a: # c\n", "x", "a: x # c\n"),
        Arguments.of("a: !!str\n", "x", "a: !!str x\n"),
        Arguments.of("-\n", "x", "- x\n"),
        Arguments.of("---\n", "x", "--- x\n"),
        Arguments.of("{a}\n", "x", "{a: x}\n"),
        Arguments.of("{a: }\n", "x", "{a: x }\n"),
        Arguments.of("- ? a # c\n", "x", "- ? a\n  : x # c\n"),
        Arguments.of("? |\n  a\n", "x", "? |\n  a\n: x\n"));
  }

  @ParameterizedTest
  @MethodSource("edits")
  void keeps_style_and_surroundings(String before, String value, String after) {
    assertThat(edited(before, value)).isEqualTo(after);
  }

  @ParameterizedTest
  @MethodSource("edits")
  void keeps_crlf(String before, String value, String after) {
    assertThat(edited(before.replace("\n", "\r\n"), value)).isEqualTo(after.replace("\n", "\r\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "~",
        "null",
        "true",
        "No",
        "on",
        "y",
        "1",
        "-1",
        "+1.5e3",
        ".5",
        "1_000",
        "0x1F",
        "0o17",
        "0b1",
        "017",
        "12:30:45",
        ".inf",
        "-.INF",
        ".nan",
        "2024-01-01",
        "2024-1-1T10:00:00Z",
        "2001-12-14 21:59:43.10 -5",
        "=",
        "<<"
      })
  void quotes_a_string_that_some_reader_would_take_for_something_else(String value) {
    assertThat(edited("a: x\n", value)).isEqualTo("a: \"" + value + "\"\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.2.3",
        "v1",
        "nginx:1.27@sha256:0a",
        "a#b",
        "x'y",
        "-x",
        "nul",
        "1.27-alpine",
        "a]"
      })
  void leaves_other_strings_plain(String value) {
    assertThat(edited("a: x\n", value)).isEqualTo("a: " + value + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- x", "-", "? x", ":x", "#x", "&x", "*x", "!x", "|x", ">x", "'x", "\"x", "%x", "@x", "`x",
        "{x", "[x", ",x", "x:", "x: y", "x #y", " x", "x\ty", "---", "...", "\uFEFFx", "x\u0085"
      })
  void quotes_what_plain_text_cannot_say(String value) {
    assertThat(edited("a: x\n", value)).startsWith("a: \"");
  }

  @Test
  void lets_a_setter_write_typed_text() {
    Document document = Documents.read(SourceText.of("a: x\n"));

    assertThat(Replacement.text(last(document), "5").edit().text()).isEqualTo("5");
    assertThat(Replacement.text(last(document), "a: b").edit().text()).isEqualTo("\"a: b\"");
  }

  @Test
  void refuses_half_a_character() {
    Document document = Documents.read(SourceText.of("a: x\n"));

    assertThatThrownBy(() -> Replacement.of(last(document), "\uD83D"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refuses_a_scalar_of_another_document() {
    Document document = Documents.read(SourceText.of("a: x\n"));
    Scalar other = last(Documents.read(SourceText.of("a: x\n")));

    assertThatThrownBy(() -> DocumentEdit.of(document, Map.of(other, "y")).apply())
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void without_changes_the_document_is_the_same() {
    Document document = Documents.read(SourceText.of("a: x\n"));

    assertThat(DocumentEdit.of(document, Map.of()).apply()).isSameAs(document);
  }
}
