package dev.digester.document.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.digester.document.text.DocumentException;
import dev.digester.document.text.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\": 1}|true",
        "  [1]|true",
        "[]|true",
        "{a: 1}|false",
        "[1] # c|false",
        "a: 1|false",
        "\"a\"|false",
        "1|false"
      })
  void reads_as_json_what_is_json(String text, boolean json) {
    assertThat(Documents.read(SourceText.of(text)).isJson()).isEqualTo(json);
    assertThat(Documents.read(SourceText.of("\uFEFF\n" + text)).isJson()).isEqualTo(json);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "'a: b: c';1;a ':' is not expected here: is a line indented wrongly, or does a value with ': ' lack its quotes?",
        "'a: 1\n b: 2';2;a ':' is not expected here: is a line indented wrongly, or does a value with ': ' lack its quotes?",
        "'a:\n\t- b';2;a tab is used for indentation: use spaces",
        "'a: - b';1;a '- ' entry is not allowed here",
        "'- a\n\nb\n';3;a ':' is missing after a key",
        "'a: \"x\n';1;a quoted value begins here that is not closed",
        "'a: \"x\n---\n';1;a quoted value begins here that is not closed",
        "'a: \"\\q\"';1;a backslash begins an unknown escape",
        "'a: x\nb: \"\\UC001F600\"';2;a backslash begins an unknown escape",
        "'a: x\nb: \"\\u00';2;a quoted value begins here that is not closed",
        "'a: [b\n';1;a '[' is not closed, or a ',' is missing",
        "'a: {b\n]';2;a '{' is not closed, or a ',' is missing",
        "'a: }';1;a value is missing, or a bracket or ',' is wrong",
        "'a: @x';1;a value begins with a character that needs quotes",
        "'a: |x\n';1;a '|' or '>' is followed by other text",
        "'a:\n  - b\n c: d\n';3;the line does not fit what is before it: is it indented wrongly?",
        "'a: \"x\" y';1;the line does not fit what is before it: is it indented wrongly?",
        "'''a'' b';1;text follows the end of the document",
        "'!e!x a';1;a tag uses a handle that is not declared",
        "'%YAML 1.2\n%YAML 1.2\n---\n';2;there are two %YAML directives",
        "'%YAML 3.0\n---\n';1;it asks for a YAML version that is not 1.x",
        "'a: !<x';1;it is not well-formed YAML",
        "'a: *x';1;the alias *x names no anchor before it",
        "'a: &x [\n*x]';2;the alias *x stands for a node that it is in",
        "'&a x\n---\n*a';3;the alias *a names no anchor before it"
      })
  void says_where_and_what_is_wrong(String text, int line, String reason) {
    assertThatThrownBy(() -> Documents.read(SourceText.of(text)))
        .isInstanceOfSatisfying(
            DocumentException.class,
            e -> {
              assertThat(e).hasMessage(reason);
              assertThat(e.line()).isEqualTo(line);
            });
  }

  @Test
  void refuses_characters_that_yaml_does_not_know() {
    for (String text :
        new String[] {"\u007F", "\u0080", "\u0084", "\u0086", "\u009F", "\uFFFE", "\uFFFF"}) {
      assertThatThrownBy(() -> Documents.read(SourceText.of("a:\nb: " + text)))
          .isInstanceOfSatisfying(DocumentException.class, e -> assertThat(e.line()).isEqualTo(2))
          .hasMessageContaining("control character");
    }
    assertThat(Documents.read(SourceText.of("a: \u0085\uFFFD\u00A0x")).roots()).hasSize(1);
  }

  @Test
  void refuses_the_501st_level() {
    String deep = "[".repeat(500) + "]".repeat(500) + " # yaml";

    assertThat(Documents.read(SourceText.of(deep)).index().size()).isEqualTo(500);
    assertThatThrownBy(() -> Documents.read(SourceText.of("[" + deep)))
        .hasMessage("nested deeper than 500 levels");
    assertThatThrownBy(() -> Documents.read(SourceText.of("- ".repeat(501))))
        .hasMessage("nested deeper than 500 levels");
  }

  @Test
  void refuses_levels_that_aliases_add() {
    StringBuilder text = new StringBuilder("- &a0 []\n");
    for (int i = 1; i <= 600; i++) {
      text.append("- &a%d [*a%d]\n".formatted(i, i - 1));
    }

    assertThatThrownBy(() -> Documents.read(SourceText.of(text.toString())))
        .isInstanceOfSatisfying(DocumentException.class, e -> assertThat(e.line()).isEqualTo(500))
        .hasMessage("nested deeper than 500 levels");
  }

  @Test
  void refuses_the_billion_laughs() {
    StringBuilder text = new StringBuilder("- &a0 [lol, lol]\n");
    for (int i = 1; i <= 30; i++) {
      text.append("- &a%1$d [*a%2$d, *a%2$d, *a%2$d, *a%2$d]\n".formatted(i, i - 1));
    }

    assertThatThrownBy(() -> Documents.read(SourceText.of(text.toString())))
        .isInstanceOfSatisfying(DocumentException.class, e -> assertThat(e.line()).isLessThan(14))
        .hasMessage("the aliases stand for more than 10000000 nodes");
  }

  @Test
  void reads_more_than_three_mebibytes() {
    String text = "- {name: web, image: \"nginx:1.27\"}\n".repeat(100_000);

    assertThat(Documents.read(SourceText.of(text)).index().size()).isEqualTo(500_001);
  }
}
