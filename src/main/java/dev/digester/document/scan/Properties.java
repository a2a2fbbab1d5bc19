package dev.digester.document.scan;

import dev.digester.document.text.Chars;

/** The anchor and the tag of a node that is still to come (YAML 1.2.2, clause 6.9). */
final class Properties {
  private final byte[] utf8;
  private int anchorStart;
  private int anchorEnd;
  private int tagStart;
  private int tagEnd;
  private boolean any;

  Properties(byte[] utf8) {
    this.utf8 = utf8;
  }

  boolean any() {
    return any;
  }

  /** Where the first of them begins. */
  int start() {
    return anchorEnd == 0 || (tagEnd > 0 && tagStart < anchorStart) ? tagStart : anchorStart;
  }

  /** Where the last of them ends. */
  int end() {
    return Math.max(anchorEnd, tagEnd);
  }

  /** Whether a byte begins an anchor or a tag. */
  static boolean beginWith(byte b) {
    return b == '&' || b == '!';
  }

  /**
   * Reads the properties at an offset, if there are some, and the spaces after them.
   *
   * @return the offset of what follows
   */
  int read(int from) {
    int at = from;
    while (at < utf8.length && beginWith(utf8[at])) {
      int end = utf8[at] == '&' ? anchor(at) : tag(at);
      if (!Chars.endsToken(utf8, end)) {
        throw new Unsure("an anchor or a tag of a rare form");
      }
      any = true;
      at = Chars.skipSpaces(utf8, end);
    }
    return at;
  }

  private int anchor(int start) {
    if (anchorEnd > 0) {
      throw new Unsure("two anchors of one node");
    }
    anchorStart = start;
    anchorEnd = nameEnd(utf8, start + 1);
    return anchorEnd;
  }

  /** The offset after the name of an anchor or alias: of the characters that all parsers take. */
  static int nameEnd(byte[] utf8, int from) {
    int i = from;
    while (i < utf8.length && (isWord(utf8[i]) || utf8[i] == '_')) {
      i++;
    }
    if (i == from) {
      throw new Unsure("an anchor or alias without a name");
    }
    return i;
  }

  private int tag(int start) {
    if (tagEnd > 0) {
      throw new Unsure("two tags of one node");
    }
    tagStart = start;
    boolean verbatim = start + 1 < utf8.length && utf8[start + 1] == '<';
    int from = start + (verbatim || isSecondary(start) ? 2 : 1);
    int end = from;
    while (end < utf8.length && (isTag(utf8[end]) || (verbatim && utf8[end] == ','))) {
      end++;
    }
    boolean closed = !verbatim || (end < utf8.length && utf8[end] == '>');
    if (end == from || !closed) {
      throw new Unsure("a tag of a rare form");
    }
    tagEnd = verbatim ? end + 1 : end;
    return tagEnd;
  }

  private boolean isSecondary(int start) {
    return start + 1 < utf8.length && utf8[start + 1] == '!';
  }

  private static boolean isTag(byte b) {
    return isWord(b) || b == '_' || b == '.' || b == '/' || b == ':';
  }

  /** A letter or digit of ASCII, or a hyphen (clause 5.6, ns-word-char). */
  private static boolean isWord(byte b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9') || b == '-';
  }

  /** Gives them to the node that comes next, and is empty again. */
  void giveTo(Nodes nodes) {
    if (!any) {
      return;
    }
    if (anchorEnd > 0) {
      nodes.anchor(anchorStart, anchorEnd);
    }
    if (tagEnd > 0) {
      nodes.tag(tagStart, tagEnd);
    }
    clear();
  }

  /** Takes those of another over, which is empty then. */
  void take(Properties other) {
    if (!other.any) {
      return;
    }
    if (any) {
      throw new Unsure("properties of one node on two lines");
    }
    anchorStart = other.anchorStart;
    anchorEnd = other.anchorEnd;
    tagStart = other.tagStart;
    tagEnd = other.tagEnd;
    any = true;
    other.clear();
  }

  private void clear() {
    anchorEnd = 0;
    tagEnd = 0;
    any = false;
  }
}
