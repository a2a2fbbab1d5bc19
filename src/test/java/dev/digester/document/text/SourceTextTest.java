package dev.digester.document.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "80",
        "C0AF",
        "C1BF",
        "E08080",
        "E09FBF",
        "EDA080",
        "EDBFBF",
        "F0808080",
        "F08FBFBF",
        "F4908080",
        "F5808080",
        "FF",
        "FEFF0061",
        "C3",
        "C328",
        "E282",
        "E28228",
        "F09F98",
        "F09F9828"
      })
  void refuses_bytes_that_are_not_utf8(String hex) {
    assertThatThrownBy(() -> SourceText.of(HexFormat.of().parseHex("610A" + hex)))
        .isInstanceOfSatisfying(DocumentException.class, e -> assertThat(e.line()).isEqualTo(2))
        .hasMessageStartingWith("the text is not UTF-8: byte 0x" + hex.substring(0, 2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"00", "01", "08", "0B", "0C", "0E", "1B", "1F"})
  void refuses_control_characters_as_binary(String hex) {
    assertThatThrownBy(() -> SourceText.of(HexFormat.of().parseHex("610D0A0D" + hex)))
        .isInstanceOfSatisfying(DocumentException.class, e -> assertThat(e.line()).isEqualTo(3))
        .hasMessage("the text is binary: it holds the control character 0x" + hex);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"C280", "DFBF", "E0A080", "ED9FBF", "EE8080", "EFBFBF", "F0908080", "F48FBFBF"})
  void takes_the_first_and_last_character_of_each_length(String hex) {
    assertThat(SourceText.of(HexFormat.of().parseHex(hex)).length()).isEqualTo(hex.length() / 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"01", "1F", "80", "C328", "FF"})
  void finds_a_wrong_byte_wherever_it_stands(String hex) {
    for (int before = 0; before < 20; before++) {
      for (int behind = 0; behind < 12; behind++) {
        String text = "0A".repeat(before) + hex + "20".repeat(behind);

        assertThatThrownBy(() -> SourceText.of(HexFormat.of().parseHex(text)))
            .isInstanceOf(DocumentException.class)
            .extracting("line")
            .isEqualTo(before + 1);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"7F", "C285", "C280"})
  void finds_an_odd_character_wherever_it_stands(String hex) {
    for (int before = 0; before < 20; before++) {
      SourceText text =
          SourceText.of(HexFormat.of().parseHex("20".repeat(before) + hex + "20".repeat(9)));

      assertThat(text.firstUnprintable()).isEqualTo(hex.equals("C285") ? -1 : before);
      assertThat(text.isDisputed()).isEqualTo(hex.equals("C285"));
      assertThat(text.isAscii()).isEqualTo(hex.equals("7F"));
    }
  }

  @Test
  void refuses_more_than_256_mib() {
    assertThatThrownBy(() -> SourceText.of(new byte[SourceText.MAX_BYTES + 1]))
        .hasMessage("the text is larger than 256 MiB");
  }

  @ParameterizedTest
  @CsvSource({"0,1,1", "2,1,3", "3,2,1", "5,3,1", "6,4,1", "7,4,2", "9,4,3", "13,4,4", "14,5,1"})
  void counts_lines_and_columns(int offset, int line, int column) {
    SourceText mixed = SourceText.of("ab\nc\r\réx😀\nz");
    assertThat(mixed.line(offset)).isEqualTo(line);
    assertThat(mixed.column(offset)).isEqualTo(column);
  }

  @Test
  void counts_lines_over_many_blocks() {
    SourceText text = SourceText.of("x\r\n".repeat(10_000));

    for (int line = 0; line < 10_000; line += 7) {
      assertThat(text.line(3 * line)).isEqualTo(line + 1);
      assertThat(text.line(3 * line + 2)).isEqualTo(line + 1);
    }
    assertThat(text.line(30_000)).isEqualTo(10_001);
  }

  @Test
  void a_byte_order_mark_has_no_column() {
    assertThat(SourceText.of("\uFEFFab").column(4)).isEqualTo(2);
  }

  @Test
  void writes_slices() throws IOException {
    SourceText text = SourceText.of("añb");
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    text.writeTo(out, new Span(1, 3));
    text.writeTo(out);

    assertThat(out.toString(java.nio.charset.StandardCharsets.UTF_8)).isEqualTo("ñañb");
  }

  @Test
  void a_span_goes_forward() {
    assertThatThrownBy(() -> new Span(2, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Span(-1, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThat(new Span(2, 5).length()).isEqualTo(3);
  }
}
