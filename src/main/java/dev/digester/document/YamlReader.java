package dev.digester.document;

/** Reads a YAML 1.2 stream with snakeyaml-engine's events. */
public final class YamlReader implements DocumentReader {
  @Override
  public Document read(SourceText source) {
    throw new UnsupportedOperationException();
  }
}
