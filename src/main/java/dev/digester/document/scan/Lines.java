package dev.digester.document.scan;

import dev.digester.document.text.Chars;

/** The place in the text, seen as a place in a line. */
final class Lines {
  /**
   * The most bytes from a key's start to its colon. Parsers give up at 1,024 characters (YAML
   * 1.2.2, clause 7.4.2), and a character has at least one byte.
   */
  static final int MAX_KEY = 1_000;

  private final byte[] utf8;
  private int at;
  private int lineStart;

  Lines(byte[] utf8, int from) {
    this.utf8 = utf8;
    this.at = from;
    this.lineStart = from;
  }

  int at() {
    return at;
  }

  void moveTo(int offset) {
    at = offset;
  }

  /** The column of the place, from 0; nothing but ASCII may be before it. */
  int column() {
    return at - lineStart;
  }

  boolean atEnd() {
    return at == utf8.length;
  }

  /** Moves to a character of another line, with nothing but spaces before it. */
  void moveTo(int line, int offset) {
    lineStart = line;
    at = offset;
  }

  /** From the start of a line to the first character that is not white space and no comment. */
  void toContent() {
    while (at < utf8.length) {
      lineStart = at;
      at = Chars.skipSpaces(utf8, at);
      if (at == utf8.length) {
        return;
      }
      switch (utf8[at]) {
        case '\n', '\r' -> at = Chars.skipBreak(utf8, at);
        case '#' -> at = Chars.skipBreak(utf8, Chars.lineEnd(utf8, at));
        case '\t' -> throw new Unsure("a tab in the indentation");
        default -> {
          return;
        }
      }
    }
  }

  /** Whether the document goes on: no marker is here, nor the end. */
  boolean inDocument() {
    return at < utf8.length && (column() > 0 || !(atStartMarker() || atEndMarker()));
  }

  /** Whether {@code ---} is here, at the start of a line. */
  boolean atStartMarker() {
    return column() == 0 && Chars.isMarker(utf8, at, '-');
  }

  boolean atEndMarker() {
    return column() == 0 && Chars.isMarker(utf8, at, '.');
  }

  /** Whether a {@code -} is here that begins an element of a block sequence. */
  boolean atDash() {
    return at < utf8.length && utf8[at] == '-' && Chars.endsToken(utf8, at + 1);
  }

  /** Passes spaces over; whether nothing but a comment follows on the line. */
  boolean atBlankRest() {
    at = Chars.skipSpaces(utf8, at);
    return Chars.endsLine(utf8, at) || (utf8[at] == '#' && Chars.isWhite(utf8[at - 1]));
  }

  /**
   * Moves to the start of the next line.
   *
   * @throws Unsure if something else than a comment follows on this line
   */
  void endLine() {
    if (!Chars.endsLine(utf8, at)) {
      if (!atBlankRest()) {
        throw new Unsure("text after the end of a node");
      }
      at = Chars.lineEnd(utf8, at);
    }
    at = Chars.skipBreak(utf8, at);
    lineStart = at;
  }
}
