package dev.digester.document;

/** Reads one JSON value (RFC 8259). */
public final class JsonReader implements DocumentReader {
  @Override
  public Document read(SourceText source) {
    throw new UnsupportedOperationException();
  }
}
