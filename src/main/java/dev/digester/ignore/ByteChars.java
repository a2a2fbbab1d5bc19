package dev.digester.ignore;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/** Strings that hold one byte of UTF-8 in each character. */
public final class ByteChars {
  private ByteChars() {}

  /** The bytes of a string; the string itself where it is ASCII. */
  public static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
      }
    }
    return text;
  }
}
