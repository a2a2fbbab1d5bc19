package dev.digester.document;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A mapping key that is looked for, ready to be compared with bytes. */
public final class Key {
  private final String text;
  private final byte[] utf8;

  private Key(String text) {
    this.text = text;
    this.utf8 = text.getBytes(UTF_8);
  }

  public static Key of(String text) {
    return new Key(text);
  }

  byte[] utf8() {
    return utf8;
  }

  @Override
  public String toString() {
    return text;
  }
}
