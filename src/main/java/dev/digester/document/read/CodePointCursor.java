package dev.digester.document.read;

import dev.digester.document.text.SourceText;

/**
 * Turns counts of code points, as snakeyaml-engine's marks have them, into offsets of bytes. Made
 * for counts that ascend: each step walks on from the last one.
 */
final class CodePointCursor {
  private final byte[] utf8;
  private final int origin;
  private final boolean ascii;
  private int codePoints;
  private int offset;

  /** Counts from the first character that the parser was given. */
  CodePointCursor(SourceText source, int origin) {
    this.utf8 = source.utf8();
    this.origin = origin;
    this.ascii = source.isAscii();
    this.offset = origin;
  }

  int offset(int count) {
    if (ascii) {
      return origin + count;
    }
    while (codePoints < count) {
      offset++;
      codePoints += startsCharacter(offset) ? 1 : 0;
    }
    while (codePoints > count) {
      offset--;
      codePoints -= startsCharacter(offset) ? 1 : 0;
    }
    return offset;
  }

  private boolean startsCharacter(int at) {
    return at >= utf8.length || (utf8[at] & 0xC0) != 0x80;
  }
}
