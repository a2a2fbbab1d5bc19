package dev.digester.document.proof;

import dev.digester.document.Document;
import dev.digester.document.index.NodeIndex;
import dev.digester.document.index.NodeKind;
import dev.digester.document.text.Chars;
import dev.digester.document.text.SourceText;

/**
 * What lines of block style are read under: the collections that are open before them, and whether
 * the innermost waits for a value. Knows lines that bring a reader there.
 */
final class Heads {
  private static final String KEY = "a:\n";
  private static final String ENTRY = "a: b\n";
  private static final String DASH = "-\n";
  private static final String ELEMENT = "- b\n";

  /** What a line begins with. */
  private enum Opening {
    /** The root of a document. */
    ROOT,
    /** A further key of a mapping, or element of a sequence, that is open. */
    FURTHER,
    /** The value of the key before the line. */
    VALUE,
    /** What the index does not tell, or the middle of a scalar. */
    OTHER
  }

  private final NodeIndex index;
  private final SourceText source;
  private final Surrounding around;

  /** The head that was written last: many regions have the same one. */
  private String last = "";

  private final StringBuilder written = new StringBuilder();

  /**
   * Of the lines of a text.
   *
   * @param around moved to the lines that are asked about
   */
  Heads(Document document, Surrounding around) {
    this.index = document.index();
    this.source = document.source();
    this.around = around;
  }

  /** What a reader knows before a line. */
  static final class Front {
    private final Opening opening;
    private final int first;
    private final int[] open;

    /**
     * @param first the first node after it
     * @param open the collections that that is in, the outermost first
     */
    private Front(Opening opening, int first, int[] open) {
      this.opening = opening;
      this.first = first;
      this.open = open;
    }

    int first() {
      return first;
    }

    /** Whether lines can bring a reader there. */
    boolean isTold() {
      return opening != Opening.OTHER;
    }
  }

  Front at(int line) {
    around.moveTo(line);
    int[] open = around.collections();
    return new Front(openingAt(line, open), around.first(), open);
  }

  private Opening openingAt(int line, int[] open) {
    int first = around.first();
    if (first == 0) {
      return Opening.ROOT;
    }
    if (around.across(line) >= 0 || first == index.size()) {
      return Opening.OTHER;
    }
    byte[] utf8 = source.utf8();
    int content = Chars.skipSpaces(utf8, line);
    if (open.length > 0 && index.kind(open[open.length - 1]) == NodeKind.BLOCK_SEQUENCE) {
      boolean dash = content - line == column(open[open.length - 1]) && utf8[content] == '-';
      return dash ? Opening.FURTHER : Opening.OTHER;
    }
    boolean begins = index.start(first) == content;
    return !begins
        ? Opening.OTHER
        : open.length == 0 ? Opening.ROOT : index.isKey(first) ? Opening.FURTHER : Opening.VALUE;
  }

  /**
   * The lines that bring a reader to where it is before a line.
   *
   * @param front of that line, told
   * @param leftmost the column, from 0, that nothing after them is left of: of the collections that
   *     are, only the innermost can be seen from there
   */
  String of(Front front, int leftmost) {
    int innermost = front.open.length - 1;
    int outermost = innermost;
    while (outermost > 0 && column(front.open[outermost]) >= leftmost) {
      outermost--;
    }
    written.setLength(0);
    for (int level = Math.max(outermost, 0); level <= innermost; level++) {
      boolean mapping = index.kind(front.open[level]).isMapping();
      boolean filled = level == innermost && front.opening == Opening.FURTHER;
      written.repeat(' ', column(front.open[level]));
      written.append(mapping ? (filled ? ENTRY : KEY) : (filled ? ELEMENT : DASH));
    }
    if (!last.contentEquals(written)) {
      last = written.toString();
    }
    return last;
  }

  /** The column of a collection, from 0. */
  private int column(int collection) {
    return source.column(index.start(collection)) - 1;
  }
}
