package dev.digester.document.scan;

import dev.digester.document.text.Chars;

/** The further lines of a scalar or of a flow collection: which lines may be some. */
final class Continuation {
  private Continuation() {}

  /**
   * The first character of the next line that is not empty, from a line break; the text's length
   * where there is none. Where it stands is not judged yet.
   *
   * @throws Unsure if a tab stands where the indentation is
   */
  static int next(byte[] utf8, int lineEnd) {
    int at = lineEnd;
    while (at < utf8.length && Chars.isBreak(utf8[at])) {
      at = Chars.skipSpaces(utf8, Chars.skipBreak(utf8, at));
    }
    if (at < utf8.length && utf8[at] == '\t') {
      throw new Unsure("a tab in the indentation");
    }
    return at;
  }

  /**
   * Whether a line that begins at a character can belong to a node: it is indented more than the
   * block collection that the node is in (YAML 1.2.2, clause 6.1), and cannot be taken for a
   * document marker.
   */
  static boolean isInside(byte[] utf8, int at, int parentColumn) {
    int lineStart = at;
    while (lineStart > 0 && utf8[lineStart - 1] == ' ') {
      lineStart--;
    }
    int column = at - lineStart;
    return column > parentColumn && (column > 0 || (utf8[at] != '-' && utf8[at] != '.'));
  }
}
