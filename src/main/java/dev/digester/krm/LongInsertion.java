package dev.digester.krm;

import dev.digester.document.Edit;
import dev.digester.document.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Text for one place of a document, as long as it may become: edits of that place that follow each
 * other, so that nothing long is copied to grow, nor held as a whole.
 */
final class LongInsertion {
  /** What an edit is ended at, in characters. */
  private static final int LONG = 1 << 15;

  private final Span place;
  private final StringBuilder text = new StringBuilder();
  private final List<Edit> edits = new ArrayList<>();

  /**
   * @param offset where the text goes, in bytes
   */
  LongInsertion(int offset) {
    this.place = new Span(offset, offset);
  }

  /** What is written to. */
  StringBuilder text() {
    return text;
  }

  /** Lets an edit end here, if it is long. */
  void mayEnd() {
    if (text.length() >= LONG) {
      end();
    }
  }

  private void end() {
    edits.add(new Edit(place, text.toString()));
    text.setLength(0);
  }

  /** All that was written. */
  List<Edit> edits() {
    if (!text.isEmpty()) {
      end();
    }
    return edits;
  }
}
