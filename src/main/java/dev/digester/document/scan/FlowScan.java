package dev.digester.document.scan;

import dev.digester.document.text.Chars;

/**
 * Flow collections (YAML 1.2.2, clause 7.4), by recursive descent. Their lines may begin at any
 * column: people write the closing bracket below the key, and parsers take that.
 */
final class FlowScan {
  private final byte[] utf8;
  private final Nodes nodes;
  private final Properties properties;

  private int at;

  FlowScan(byte[] utf8, Nodes nodes) {
    this.utf8 = utf8;
    this.nodes = nodes;
    this.properties = new Properties(utf8);
  }

  /**
   * Scans the collection that begins at an offset.
   *
   * @return the offset after its bracket
   */
  int collection(int start) {
    at = start;
    collection();
    return at;
  }

  private void collection() {
    if (utf8[at] == '{') {
      nodes.flowMapping(at++);
      children('}', this::member);
    } else {
      nodes.flowSequence(at++);
      children(']', this::element);
    }
    nodes.end(++at);
  }

  /** What stands up to a closing bracket, with a comma after each child but perhaps the last. */
  private void children(char bracket, Runnable child) {
    gap();
    while (peek() != bracket) {
      child.run();
      gap();
      if (peek() == ',') {
        at++;
        gap();
      } else if (peek() != bracket) {
        throw new Unsure("a flow collection of a rare form");
      }
    }
  }

  private void element() {
    node();
    at = Chars.skipSpaces(utf8, at);
    if (peek() == ':') {
      throw new Unsure("a pair in a flow sequence");
    }
  }

  /** A key and its value; both the colon and the value may be missing. */
  private void member() {
    int start = at;
    key();
    int end = at;
    at = Chars.skipSpaces(utf8, at);
    if (peek() != ':') {
      nodes.plain(end, end);
      return;
    }
    int colon = at++;
    if (colon - start > Lines.MAX_KEY) {
      throw new Unsure("a long key");
    }
    gap();
    if (peek() == ',' || peek() == '}') {
      nodes.plain(colon + 1, colon + 1);
    } else {
      node();
    }
  }

  private void key() {
    int start = at;
    int lineEnd = Chars.lineEnd(utf8, start);
    scalar();
    if (at > lineEnd) {
      throw new Unsure("a key of several lines");
    }
  }

  private void node() {
    at = properties.read(at);
    if (Chars.endsLine(utf8, at)) {
      throw new Unsure("properties in a flow collection ahead of a line break");
    }
    switch (peek()) {
      case '[', '{' -> {
        properties.giveTo(nodes);
        collection();
      }
      case '*' -> alias();
      default -> {
        properties.giveTo(nodes);
        scalar();
      }
    }
  }

  private void alias() {
    if (properties.any()) {
      throw new Unsure("an alias with properties");
    }
    int start = at;
    at = Properties.nameEnd(utf8, start + 1);
    nodes.alias(start, at);
  }

  private void scalar() {
    int start = at;
    switch (peek()) {
      case '"' -> {
        at = QuotedScalar.end(utf8, start, Levels.NO_COLUMN);
        nodes.doubleQuoted(start, at);
      }
      case '\'' -> {
        at = QuotedScalar.end(utf8, start, Levels.NO_COLUMN);
        nodes.singleQuoted(start, at);
      }
      default -> plain();
    }
  }

  private void plain() {
    int start = at;
    if (start == utf8.length) {
      throw notClosed();
    }
    PlainScalar.checkFlowStart(utf8, start);
    int stop = PlainScalar.flowStop(utf8, start);
    int next = continuation(stop);
    while (next > stop) {
      stop = PlainScalar.flowStop(utf8, next);
      next = continuation(stop);
    }
    at = PlainScalar.end(utf8, start, stop);
    nodes.plain(start, at);
  }

  /** Where a plain scalar goes on that stopped at an offset; the same if it does not. */
  private int continuation(int stop) {
    if (stop == utf8.length || !Chars.isBreak(utf8[stop])) {
      return stop;
    }
    int next = Continuation.next(utf8, stop);
    if (next == utf8.length || Chars.isFlowIndicator(utf8[next]) || utf8[next] == '#') {
      return stop;
    }
    if (utf8[next] == ':' || !Continuation.isInside(utf8, next, Levels.NO_COLUMN)) {
      throw new Unsure("a flow scalar of a rare form");
    }
    return next;
  }

  /** Passes white space, line breaks and comments over. */
  private void gap() {
    at = Chars.skipSpaces(utf8, at);
    while (at < utf8.length && (Chars.isBreak(utf8[at]) || isComment())) {
      int lineEnd = Chars.lineEnd(utf8, at);
      at = Continuation.next(utf8, lineEnd);
      if (at < utf8.length && !Continuation.isInside(utf8, at, Levels.NO_COLUMN)) {
        throw new Unsure("a flow collection with what may be a document marker");
      }
    }
  }

  private boolean isComment() {
    return utf8[at] == '#' && (Chars.isWhite(utf8[at - 1]) || Chars.isBreak(utf8[at - 1]));
  }

  private byte peek() {
    if (at == utf8.length) {
      throw notClosed();
    }
    return utf8[at];
  }

  private static Unsure notClosed() {
    return new Unsure("a flow collection that is not closed");
  }
}
