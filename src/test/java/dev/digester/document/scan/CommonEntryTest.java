package dev.digester.document.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommonEntryTest {
  private static final String NEXT_LINE = "next: line of the same mapping\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "key: value",
        "key: two words",
        "key: 'single quoted'",
        "key: \"double quoted\"",
        "key: ''",
        "a.b/c-d: nginx:1.27@sha256:0123",
        "a/b: http://host:80/path#c",
        "key: lat\u0120n",
        "0: 1",
      })
  void is_a_key_with_a_scalar_that_fills_the_line(String line) {
    CommonEntry entry = new CommonEntry(utf8(line + "\n" + NEXT_LINE));

    assertThat(entry.isAt(0, 0)).isTrue();
    assertThat(entry.colon()).isEqualTo(line.indexOf(": "));
    assertThat(entry.hasValue()).isTrue();
    assertThat(entry.value()).isEqualTo(entry.colon() + 2);
    assertThat(entry.valueEnd()).isEqualTo(utf8(line).length);
    assertThat(entry.lineEnd()).isEqualTo(utf8(line).length);
    assertThat(entry.nextContent()).isEqualTo(utf8(line).length + 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "key: value # comment",
        "key: value   # comment: with a colon",
        "key: value ",
        "key: value   ",
        "key: 'one' # comment",
        "key: 'one' ",
      })
  void may_have_spaces_and_a_comment_after_the_value(String line) {
    CommonEntry entry = new CommonEntry(utf8(line + "\n" + NEXT_LINE));

    assertThat(entry.isAt(0, 0)).isTrue();
    assertThat(entry.valueEnd()).isEqualTo("key: value".length());
    assertThat(entry.lineEnd()).isEqualTo(line.length());
  }

  @Test
  void is_a_key_whose_value_stands_below() {
    CommonEntry entry = new CommonEntry(utf8("key:\n  below: it\n"));

    assertThat(entry.isAt(0, 0)).isTrue();
    assertThat(entry.hasValue()).isFalse();
    assertThat(entry.lineEnd()).isEqualTo(4);
    assertThat(entry.nextContent()).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "value",
        "key",
        "key:value",
        "key:a: value",
        "key : value",
        "key\t: value",
        "key: ",
        "key:\t",
        "key:  value",
        "key: value\t",
        "key: value\r",
        "key: # comment",
        "key: a: b",
        "key: 'a'# comment",
        "key: a# b: c",
        "key: value\t# comment",
        "key: value # comment\r",
        "key: 'it''s'",
        "key: \"a\\tb\"",
        "key: \"it's\"",
        "key: 'a' b",
        "key: 'open",
        "key: - value",
        "key: -1",
        "key: ~",
        "key: |",
        "key: &anchor value",
        "key: *alias",
        "key: !tag value",
        "key: [a]",
        "key: {a: b}",
        "\"key\": value",
        "? key",
        "-key: value",
        "é: value",
      })
  void is_nothing_else(String line) {
    assertThat(new CommonEntry(utf8(line + "\n" + NEXT_LINE)).isAt(0, 0)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "key: value",
        "key: value\n",
        "key: value\n  goes on\n",
        "key: value\n\nnext: line\n",
        "key: value\n# comment\n",
        "key: value\n\tnext\n",
        "key:",
        "key:\n",
        "key:\n\n  next: line\n",
        "key:\n  # comment\n",
      })
  void is_none_where_the_next_line_does_not_make_it_sure(String text) {
    assertThat(new CommonEntry(utf8(text)).isAt(0, 0)).isFalse();
  }

  @Test
  void ends_before_a_line_that_is_less_indented_or_begins_with_a_dash() {
    assertThat(new CommonEntry(utf8("  key: value\nnext: line\n")).isAt(2, 2)).isTrue();
    assertThat(new CommonEntry(utf8("- key: value\n- key: value\n")).isAt(2, 2)).isTrue();
    assertThat(new CommonEntry(utf8("key: value\n---\n")).isAt(0, 0)).isTrue();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }
}
