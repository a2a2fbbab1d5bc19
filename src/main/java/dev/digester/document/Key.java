package dev.digester.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.digester.document.text.Chars;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A mapping key that is looked for, ready to be compared with bytes. */
public final class Key {
  private final String text;
  private final byte[] utf8;
  private final boolean verbatim;

  private Key(String text) {
    this.text = text;
    this.utf8 = text.getBytes(UTF_8);
    this.verbatim =
        text.indexOf('\'') < 0
            && text.indexOf('\\') < 0
            && text.indexOf('\n') < 0
            && text.indexOf('\r') < 0;
  }

  public static Key of(String text) {
    return new Key(text);
  }

  /**
   * Whether a node that begins with a byte may read as the key; for nearly all that do not, the
   * byte settles it. An empty scalar has no byte of its own.
   */
  boolean mayBegin(byte node) {
    boolean itself = Chars.readsAsItself(node) && node != '|';
    return utf8.length == 0 || node == utf8[0] || !itself;
  }

  /** Whether so many bytes from an offset of a text on are the key's. */
  boolean isAt(byte[] text, int offset, int length) {
    return length == utf8.length
        && (length == 0 || text[offset] == utf8[0])
        && Arrays.equals(text, offset, offset + length, utf8, 0, length);
  }

  byte[] utf8() {
    return utf8;
  }

  /** Whether a scalar whose bytes are the key's reads as the key in every style. */
  boolean isVerbatim() {
    return verbatim;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other == this || (other instanceof Key key && key.text.equals(text));
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
