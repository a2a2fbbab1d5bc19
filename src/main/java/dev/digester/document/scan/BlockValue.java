package dev.digester.document.scan;

/**
 * Values that block collections wait for and that open none of these: scalars, aliases, brackets.
 */
final class BlockValue {
  private final byte[] utf8;
  private final Lines lines;
  private final Nodes nodes;
  private final Levels levels;
  private final Awaited awaited;
  private final FlowScan flow;

  /** What a value ends: the wait for it, in the innermost of the open collections. */
  record Place(Levels levels, Awaited awaited) {}

  BlockValue(byte[] utf8, Lines lines, Nodes nodes, Place place) {
    this.utf8 = utf8;
    this.lines = lines;
    this.nodes = nodes;
    this.levels = place.levels();
    this.awaited = place.awaited();
    this.flow = new FlowScan(utf8, nodes);
  }

  /** A scalar that is not a block scalar, key or value, of which both ends are known. */
  void scalar(int start, int end) {
    switch (utf8[start]) {
      case '"' -> nodes.doubleQuoted(start, end);
      case '\'' -> nodes.singleQuoted(start, end);
      default -> nodes.plain(start, end);
    }
  }

  /** The content of the awaited node, and the rest of its last line. */
  void content(int start) {
    switch (utf8[start]) {
      case '"', '\'' -> quoted(start, QuotedScalar.end(utf8, start, levels.column()));
      case '*' -> alias(start);
      case '[', '{' -> {
        awaited.arrive();
        endAt(flow.collection(start));
      }
      case '|', '>' -> blockScalar(start);
      default -> {
        PlainScalar.checkStart(utf8, start);
        plain(start, PlainScalar.stop(utf8, start));
      }
    }
  }

  private void endAt(int end) {
    lines.moveTo(end);
    lines.endLine();
  }

  /** As {@link #content}, of a quoted scalar. */
  void quoted(int start, int end) {
    awaited.arrive();
    scalar(start, end);
    endAt(end);
  }

  private void alias(int start) {
    if (awaited.properties().any()) {
      throw new Unsure("an alias with properties");
    }
    awaited.arrive();
    int end = Properties.nameEnd(utf8, start + 1);
    nodes.alias(start, end);
    endAt(end);
  }

  /**
   * As {@link #content}, of a plain scalar.
   *
   * @param stop what stops it on its first line
   */
  void plain(int start, int stop) {
    if (stop < utf8.length && utf8[stop] == ':') {
      throw new Unsure("a ':' in a plain value");
    }
    awaited.arrive();
    int last = PlainScalar.lastStop(utf8, stop, levels.column());
    nodes.plain(start, PlainScalar.end(utf8, start, last));
    endAt(last);
  }

  /** It ends with its last line, so the next line begins where it ends. */
  private void blockScalar(int start) {
    if (levels.isEmpty()) {
      throw new Unsure("a block scalar outside of all collections");
    }
    BlockHeader.check(utf8, start);
    awaited.arrive();
    lines.moveTo(utf8[start] == '|' ? nodes.literal(start) : nodes.folded(start));
  }
}
