package dev.digester.document.text;

/**
 * A half-open range of a text's UTF-8 bytes.
 *
 * @param start offset in bytes of the first byte
 * @param end offset in bytes after the last byte; equals {@code start} where the span is empty
 */
public record Span(int start, int end) {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("no span: " + start + " to " + end);
    }
  }

  /** The length in bytes. */
  public int length() {
    return end - start;
  }

  /** Whether another span lies within this one; it may be empty and at either end. */
  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }

  public Span shifted(int bytes) {
    return new Span(start + bytes, end + bytes);
  }
}
