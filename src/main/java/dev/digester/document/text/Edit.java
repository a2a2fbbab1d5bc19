package dev.digester.document.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** A change of the text: the bytes of a span are replaced. */
public final class Edit {
  private final Span span;
  private final byte[] utf8;

  /**
   * Replaces a span by a text.
   *
   * @param span what is replaced; empty where the edit only inserts
   * @param text what takes its place
   */
  public Edit(Span span, String text) {
    this(span, text.getBytes(UTF_8));
  }

  /** As {@link #Edit(Span, String)}, of a text in UTF-8, which is taken over. */
  public Edit(Span span, byte[] utf8) {
    this.span = span;
    this.utf8 = utf8;
  }

  /** What is replaced. */
  public Span span() {
    return span;
  }

  /** What takes its place. */
  public String text() {
    return new String(utf8, UTF_8);
  }

  /** The bytes that take its place, which must not be changed. */
  public byte[] utf8() {
    return utf8;
  }

  /** How many bytes longer the text becomes. */
  public int growth() {
    return utf8.length - span.length();
  }

  /** Whether another edit does the same. */
  public boolean isSame(Edit other) {
    return span.equals(other.span) && Arrays.equals(utf8, other.utf8);
  }

  public Edit shifted(int bytes) {
    return new Edit(span.shifted(bytes), utf8);
  }

  @Override
  public String toString() {
    return span + " -> \"" + text() + "\"";
  }
}
