package dev.digester.document.scan;

import dev.digester.document.text.Chars;

/**
 * The block collections of a document (YAML 1.2.2, clause 8.2), line by line; the package page
 * draws its states.
 */
final class BlockScan {
  /** For a document that no {@code ---} begins. */
  static final int NO_MARKER = -1;

  private final byte[] utf8;
  private final Lines lines;
  private final Nodes nodes;
  private final Levels levels = new Levels();

  private final Awaited awaited;
  private final CommonEntry common;
  private final BlockValue values;

  /** Properties on the line of a node of which is not known yet whether it is a key. */
  private final Properties own;

  BlockScan(byte[] utf8, Lines lines, Nodes nodes) {
    this.utf8 = utf8;
    this.lines = lines;
    this.nodes = nodes;
    this.awaited = new Awaited(utf8, nodes);
    this.own = new Properties(utf8);
    this.common = new CommonEntry(utf8);
    this.values = new BlockValue(utf8, lines, nodes, new BlockValue.Place(levels, awaited));
  }

  /** A document begins, which waits for its root. */
  void begin(int behindMarker) {
    awaited.begin(behindMarker);
  }

  /** The document ends. */
  void end() {
    while (!levels.isEmpty()) {
      close();
    }
    awaited.fillEmpty();
  }

  /**
   * Scans a line with content, and the further lines of a scalar that it holds; moves to the next
   * content.
   */
  void line() {
    int column = lines.column();
    boolean dash = lines.atDash();
    while (levels.column() > column
        || (!dash && levels.column() == column && levels.isIndentless())) {
      close();
    }
    while (dash) {
      element(lines.column());
      if (lines.atBlankRest()) {
        lines.endLine();
        lines.toContent();
        return;
      }
      dash = lines.atDash();
    }
    node(lines.column());
  }

  /** Ends the innermost collection, which was the value that the one around it waited for. */
  private void close() {
    awaited.fillEmpty();
    nodes.end();
    levels.close();
  }

  /** An element of the sequence at a column, which begins if there is none yet. */
  private void element(int column) {
    if (levels.column() == column && levels.isSequence()) {
      awaited.fillEmpty();
    } else if (awaited.isAwaited() && isBehindLevel(column)) {
      awaited.arrive();
      nodes.sequence(lines.at());
      levels.open(column, false);
    } else {
      throw new Unsure("a '-' that no sequence has room for");
    }
    lines.moveTo(lines.at() + 1);
    awaited.begin(lines.at());
  }

  /** Whether a sequence at a column can be a value of the innermost collection. */
  private boolean isBehindLevel(int column) {
    return levels.column() < column || (levels.column() == column && levels.isMapping());
  }

  /** A key with what follows it on its line, or a value. */
  private void node(int column) {
    int start = lines.at();
    if (common.isAt(start, column)) {
      commonEntry(column, start);
    } else {
      anyNode(column, start);
      lines.toContent();
    }
  }

  private void commonEntry(int column, int key) {
    entry(column, key);
    nodes.plain(key, common.colon());
    if (common.hasValue()) {
      values.scalar(common.value(), common.valueEnd());
    } else {
      awaited.begin(common.lineEnd());
    }
    lines.moveTo(common.lineEnd() + 1, common.nextContent());
  }

  private void anyNode(int column, int from) {
    int start = from;
    if (Properties.beginWith(utf8[start])) {
      start = own.read(start);
      lines.moveTo(start);
      if (lines.atBlankRest()) {
        // Properties only on a line are those of what stands below.
        own(column);
        lines.endLine();
        return;
      }
    }
    switch (utf8[start]) {
      case '"', '\'' -> quoted(column, start);
      case '*', '[', '{', '|', '>' -> {
        own(column);
        values.content(start);
      }
      default -> plain(column, start);
    }
  }

  private void quoted(int column, int start) {
    int end = QuotedScalar.end(utf8, start, levels.column());
    int colon = Chars.skipSpaces(utf8, end);
    if (colon < utf8.length && utf8[colon] == ':') {
      if (Chars.lineEnd(utf8, start) < colon || !Chars.endsToken(utf8, colon + 1)) {
        throw new Unsure("a quoted key of a rare form");
      }
      key(column, start, end, colon);
    } else {
      own(column);
      values.quoted(start, end);
    }
  }

  private void plain(int column, int start) {
    PlainScalar.checkStart(utf8, start);
    int stop = PlainScalar.stop(utf8, start);
    if (stop < utf8.length && utf8[stop] == ':') {
      key(column, start, PlainScalar.end(utf8, start, stop), stop);
    } else {
      own(column);
      values.plain(start, stop);
    }
  }

  /** What was read on the line is not a key: it is the awaited value, or nothing waits for it. */
  private void own(int column) {
    if (!awaited.isAwaited() || column <= levels.column()) {
      throw new Unsure("a value that nothing waits for");
    }
    awaited.properties().take(own);
  }

  private void key(int column, int start, int end, int colon) {
    int first = own.any() ? own.start() : start;
    if (colon - first > Lines.MAX_KEY) {
      throw new Unsure("a long key");
    }
    entry(column, first);
    own.giveTo(nodes);
    values.scalar(start, end);
    lines.moveTo(colon + 1);
    awaited.begin(colon + 1);
    valueOnLine();
  }

  /** An entry of the mapping at a column, which begins if there is none yet. */
  private void entry(int column, int first) {
    if (levels.column() == column && levels.isMapping()) {
      awaited.fillEmpty();
    } else if (awaited.isAwaited() && levels.column() < column) {
      awaited.arrive();
      nodes.mapping(first);
      levels.open(column, true);
    } else {
      throw new Unsure("a key that no mapping has room for");
    }
  }

  private void valueOnLine() {
    boolean blank = lines.atBlankRest();
    if (!blank && Properties.beginWith(utf8[lines.at()])) {
      lines.moveTo(awaited.properties().read(lines.at()));
      blank = lines.atBlankRest();
    }
    if (blank) {
      lines.endLine();
    } else {
      values.content(lines.at());
    }
  }
}
