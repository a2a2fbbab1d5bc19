package dev.digester.document;

/**
 * A change of the text: the bytes of a span are replaced.
 *
 * @param span what is replaced; empty where the edit only inserts
 * @param text what takes its place
 */
public record Edit(Span span, String text) {
  Edit shifted(int bytes) {
    return new Edit(span.shifted(bytes), text);
  }
}
