package dev.digester.krm;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.digester.document.text.Edit;
import dev.digester.document.text.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Text for one place of a document, as long as it may become: edits of that place that follow each
 * other, so that nothing long is copied to grow.
 */
final class LongInsertion {
  /** In bytes. */
  private static final int LONG = 1 << 15;

  private final Span place;
  private final List<Edit> edits = new ArrayList<>();

  /** What is in no edit yet. */
  private byte[] utf8 = new byte[1 << 9];

  private int length;

  /**
   * @param offset where the text goes, in bytes
   */
  LongInsertion(int offset) {
    this.place = new Span(offset, offset);
  }

  LongInsertion add(String text) {
    return add(text.getBytes(UTF_8));
  }

  LongInsertion add(byte[] text) {
    if (length >= LONG) {
      end();
    }
    int needed = length + text.length;
    if (needed > utf8.length) {
      utf8 = Arrays.copyOf(utf8, Math.max(2 * utf8.length, needed));
    }
    System.arraycopy(text, 0, utf8, length, text.length);
    length = needed;
    return this;
  }

  private void end() {
    edits.add(new Edit(place, Arrays.copyOf(utf8, length)));
    length = 0;
  }

  /** All that was added, which is something. */
  List<Edit> edits() {
    end();
    return edits;
  }
}
