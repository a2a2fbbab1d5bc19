package dev.digester.document;

import dev.digester.document.scan.Chars;

/**
 * What lines of block style are read under: the collections that are open in front of them, and
 * whether the innermost waits for a value. Knows lines that bring a reader there.
 */
final class Heads {
  private static final String KEY = "a:\n";
  private static final String ENTRY = "a: b\n";
  private static final String DASH = "-\n";
  private static final String ELEMENT = "- b\n";

  /** What a line begins with. */
  enum Opening {
    /** The root of a document. */
    ROOT,
    /** A further key of a mapping, or element of a sequence, that is open. */
    FURTHER,
    /** The value of the key in front of the line. */
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

  Opening openingAt(int line) {
    around.moveTo(line);
    int first = around.first();
    if (first == 0) {
      return Opening.ROOT;
    }
    if (around.across(line) >= 0 || first == index.size()) {
      return Opening.OTHER;
    }
    byte[] utf8 = source.utf8();
    int content = Chars.skipSpaces(utf8, line);
    int depth = around.depth();
    if (depth > 0 && index.kind(around.collection(depth - 1)) == NodeKind.BLOCK_SEQUENCE) {
      boolean dash = content - line == column(depth - 1) && utf8[content] == '-';
      return dash ? Opening.FURTHER : Opening.OTHER;
    }
    boolean begins = index.start(first) == content;
    return !begins
        ? Opening.OTHER
        : depth == 0 ? Opening.ROOT : index.isKey(first) ? Opening.FURTHER : Opening.VALUE;
  }

  /**
   * The lines that bring a reader to where it is in front of a line.
   *
   * @param line of any opening but {@link Opening#OTHER}
   * @param leftmost the column, from 0, that nothing behind them is left of: of the collections
   *     that are, only the innermost can be seen from there
   */
  String before(int line, int leftmost) {
    Opening opening = openingAt(line);
    written.setLength(0);
    int depth = around.depth();
    int outermost = depth - 1;
    while (outermost > 0 && column(outermost) >= leftmost) {
      outermost--;
    }
    for (int level = Math.max(outermost, 0); level < depth; level++) {
      boolean mapping = index.kind(around.collection(level)).isMapping();
      boolean filled = level == depth - 1 && opening == Opening.FURTHER;
      written.repeat(' ', column(level));
      written.append(mapping ? (filled ? ENTRY : KEY) : (filled ? ELEMENT : DASH));
    }
    if (!last.contentEquals(written)) {
      last = written.toString();
    }
    return last;
  }

  /** The column of a collection around the place, from 0. */
  private int column(int level) {
    return source.column(index.start(around.collection(level))) - 1;
  }
}
