package dev.digester.document.index;

import dev.digester.document.text.Chars;

/** Where anchors and tags end (YAML 1.2.2, clause 6.9), and what may stand between them. */
public final class NodeProperties {
  private NodeProperties() {}

  /** The offset after the anchor or tag that begins at an offset. */
  public static int end(byte[] utf8, int start) {
    int i = start + 1;
    if (utf8[start] == '!' && i < utf8.length && utf8[i] == '<') {
      while (i < utf8.length && utf8[i] != '>') {
        i++;
      }
      return Math.min(i + 1, utf8.length);
    }
    while (i < utf8.length && !endsName(utf8[i])) {
      i++;
    }
    return i;
  }

  private static boolean endsName(byte b) {
    return Chars.isWhite(b) || Chars.isBreak(b) || Chars.isFlowIndicator(b);
  }

  /** The offset of the next character that is not white space, no line break and no comment. */
  public static int skipGap(byte[] utf8, int from) {
    int i = from;
    while (i < utf8.length) {
      if (utf8[i] == '#' && i > from) {
        i = Chars.lineEnd(utf8, i);
      } else if (Chars.isWhite(utf8[i]) || Chars.isBreak(utf8[i])) {
        i++;
      } else {
        return i;
      }
    }
    return i;
  }
}
