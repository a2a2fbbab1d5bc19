package dev.digester.document.scan;

import dev.digester.document.text.Chars;

/** Whether a literal or folded scalar begins as all parsers read it (YAML 1.2.2, clause 8.1). */
final class BlockHeader {
  private BlockHeader() {}

  /**
   * Checks the header's line and the empty lines after it.
   *
   * @throws Unsure if the header holds anything but its indicators and a comment, or an empty line
   *     before the content has more spaces than that, or a tab is where indentation could be
   */
  static void check(byte[] utf8, int start) {
    int at = start + 1;
    boolean chomped = isChomping(utf8, at);
    at += chomped ? 1 : 0;
    boolean stated = at < utf8.length && utf8[at] >= '1' && utf8[at] <= '9';
    at += stated ? 1 : 0;
    at += !chomped && isChomping(utf8, at) ? 1 : 0;
    int lineEnd = Chars.skipSpaces(utf8, at);
    if (lineEnd > at && lineEnd < utf8.length && utf8[lineEnd] == '#') {
      lineEnd = Chars.lineEnd(utf8, lineEnd);
    }
    if (!Chars.endsLine(utf8, lineEnd)) {
      throw new Unsure("a block scalar's header with other text");
    }
    if (!stated) {
      checkFirstLines(utf8, lineEnd);
    }
  }

  private static boolean isChomping(byte[] utf8, int at) {
    return at < utf8.length && (utf8[at] == '-' || utf8[at] == '+');
  }

  private static void checkFirstLines(byte[] utf8, int headerEnd) {
    int most = 0;
    int line = Chars.skipBreak(utf8, headerEnd);
    int text = Chars.skipSpaces(utf8, line);
    while (text < utf8.length && Chars.isBreak(utf8[text])) {
      most = Math.max(most, text - line);
      line = Chars.skipBreak(utf8, text);
      text = Chars.skipSpaces(utf8, line);
    }
    boolean tab = text < utf8.length && utf8[text] == '\t';
    if (tab || most > text - line) {
      throw new Unsure("a block scalar that begins with more white space than its text");
    }
  }
}
