package dev.digester.document.text;

/**
 * What one pass over the bytes of a text finds: that they are UTF-8, and what is rare in them.
 *
 * @param ascii whether every byte is a character
 * @param firstUnprintable offset of the first character that JSON allows but YAML does not, or -1
 * @param disputed whether it holds a character that some readers take for a line break or for a
 *     byte order mark, and some for text: U+0085, U+2028, U+2029, U+FEFF after the start
 */
record Utf8Check(boolean ascii, int firstUnprintable, boolean disputed) {
  private static final char DELETE = 0x7F;

  /**
   * @throws DocumentException for bytes that are not UTF-8 (RFC 3629, clause 4), and for C0
   *     controls other than TAB, LF and CR, which YAML (clause 5.1) and JSON (RFC 8259, clause 7)
   *     both refuse
   */
  static Utf8Check of(byte[] utf8) {
    boolean ascii = true;
    boolean disputed = false;
    int unprintable = -1;
    for (int i = skipPlain(utf8, 0); i < utf8.length; i = skipPlain(utf8, i)) {
      int length = utf8[i] >= 0 ? control(utf8, i) : sequence(utf8, i);
      ascii &= length == 1;
      disputed |= length > 1 && isDisputed(utf8, i);
      if (unprintable < 0 && isUnprintable(utf8, i, length)) {
        unprintable = i;
      }
      i += length;
    }
    return new Utf8Check(ascii, unprintable, disputed);
  }

  /** Whether a text is nothing but ASCII that everybody allows. */
  static boolean isPlain(byte[] utf8) {
    return skipPlain(utf8, 0) == utf8.length;
  }

  /** Passes over the ASCII that everybody allows: nearly all of a manifest. */
  private static int skipPlain(byte[] utf8, int from) {
    int i = pastLines(utf8, from);
    while (i < utf8.length && isPlain(utf8[i])) {
      i = pastLines(utf8, i + 1);
    }
    return i;
  }

  /**
   * Passes over printable ASCII and line feeds: sixteen bytes in a step, the last ones in eight.
   */
  private static int pastLines(byte[] utf8, int from) {
    int i = from;
    for (; EightBytes.fit(utf8, i + Long.BYTES); i += 2 * Long.BYTES) {
      long others =
          EightBytes.beyondLines((long) EightBytes.AT.get(utf8, i))
              | EightBytes.beyondLines((long) EightBytes.AT.get(utf8, i + Long.BYTES));
      if (others != 0) {
        break;
      }
    }
    for (; EightBytes.fit(utf8, i); i += Long.BYTES) {
      long others = EightBytes.beyondLines((long) EightBytes.AT.get(utf8, i));
      if (others != 0) {
        return i + EightBytes.first(others);
      }
    }
    return i;
  }

  private static boolean isPlain(byte b) {
    return (b >= ' ' && b != DELETE) || b == '\n' || b == '\r' || b == '\t';
  }

  private static int control(byte[] utf8, int at) {
    if (utf8[at] != DELETE) {
      throw new DocumentException(
          line(utf8, at),
          "the text is binary: it holds the control character 0x%02X".formatted(utf8[at]));
    }
    return 1;
  }

  /** The length of the multi-byte sequence at an offset (Unicode 15, table 3-7). */
  private static int sequence(byte[] utf8, int at) {
    int lead = utf8[at] & 0xFF;
    int length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
    if (length == 0 || at + length > utf8.length || !secondFits(lead, utf8[at + 1] & 0xFF)) {
      throw notUtf8(utf8, at);
    }
    for (int i = at + 2; i < at + length; i++) {
      if ((utf8[i] & 0xC0) != 0x80) {
        throw notUtf8(utf8, at);
      }
    }
    return length;
  }

  /** Rules out overlong forms, surrogates and what lies above U+10FFFF. */
  private static boolean secondFits(int lead, int second) {
    int low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    int high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    return second >= low && second <= high;
  }

  private static boolean isUnprintable(byte[] utf8, int at, int length) {
    int second = length > 1 ? utf8[at + 1] & 0xFF : 0;
    return switch (utf8[at] & 0xFF) {
      case DELETE -> true;
      // U+0080 to U+009F; U+0085 is a printable (next line).
      case 0xC2 -> second < 0xA0 && second != 0x85;
      // U+FFFE and U+FFFF.
      case 0xEF -> second == 0xBF && (utf8[at + 2] & 0xFF) >= 0xBE;
      default -> false;
    };
  }

  private static boolean isDisputed(byte[] utf8, int at) {
    int second = utf8[at + 1] & 0xFF;
    return switch (utf8[at] & 0xFF) {
      case 0xC2 -> second == 0x85;
      // U+2028 and U+2029.
      case 0xE2 -> second == 0x80 && (utf8[at + 2] & 0xFE) == 0xA8;
      // U+FEFF.
      case 0xEF -> at > 0 && second == 0xBB && (utf8[at + 2] & 0xFF) == 0xBF;
      default -> false;
    };
  }

  private static DocumentException notUtf8(byte[] utf8, int at) {
    String found = "the text is not UTF-8: byte 0x%02X".formatted(utf8[at]);
    return new DocumentException(line(utf8, at), found + " does not begin a character");
  }

  private static int line(byte[] utf8, int at) {
    return 1 + LineTable.breaks(utf8, 0, at);
  }
}
