package dev.digester.document.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpliceTest {
  private static Edit edit(int start, int end, String text) {
    return new Edit(new Span(start, end), text);
  }

  @Test
  void writes_old_and_new_slices_in_turn() throws IOException {
    Splice splice =
        new Splice(
            SourceText.of("abcdef"), List.of(edit(4, 5, "é"), edit(1, 1, "1"), edit(1, 1, "2")));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    splice.writeTo(out);

    assertThat(out).hasToString("a12bcdéf");
    assertThat(splice.apply().text(new Span(0, 9))).isEqualTo("a12bcdéf");
  }

  @Test
  void refuses_edits_that_overlap_or_leave_the_text() {
    SourceText text = SourceText.of("abc");

    assertThatThrownBy(() -> new Splice(text, List.of(edit(0, 2, ""), edit(1, 1, ""))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Splice(text, List.of(edit(2, 4, ""))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
