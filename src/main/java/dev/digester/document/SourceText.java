package dev.digester.document;

import static java.nio.charset.StandardCharsets.UTF_8;

/** An immutable text: its UTF-8 bytes, never anything else. */
public final class SourceText {
  private final byte[] utf8;

  private SourceText(byte[] utf8) {
    this.utf8 = utf8;
  }

  /**
   * Takes the bytes over: they must not be changed afterwards.
   *
   * @throws DocumentException if they are not UTF-8, or more than 256 MiB
   */
  public static SourceText of(byte[] utf8) {
    return new SourceText(utf8);
  }

  public static SourceText of(String text) {
    return of(text.getBytes(UTF_8));
  }

  /** The length in bytes. */
  public int length() {
    return utf8.length;
  }

  byte[] utf8() {
    return utf8;
  }

  /** The text of a span. */
  public String text(Span span) {
    return new String(utf8, span.start(), span.length(), UTF_8);
  }

  /**
   * The line of an offset, counted from 1; a line ends with LF, CRLF or CR (YAML 1.2.2, clause
   * 5.4).
   */
  public int line(int offset) {
    throw new UnsupportedOperationException();
  }
}
