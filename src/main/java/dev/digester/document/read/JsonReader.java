package dev.digester.document.read;

import dev.digester.document.Document;
import dev.digester.document.DocumentReader;
import dev.digester.document.index.NodeKind;
import dev.digester.document.text.SourceText;

/**
 * Reads one JSON value (RFC 8259), strictly, with white space around it and nothing else; a byte
 * order mark in front is passed over (clause 8.1). Duplicate names are tolerated. It fills the
 * index as if the text were YAML: {@link NodeKind#FLOW_MAPPING}, {@link NodeKind#FLOW_SEQUENCE},
 * {@link NodeKind#DOUBLE_QUOTED}, and {@link NodeKind#PLAIN} for numbers, true, false and null.
 *
 * <p>Fit for text that no one vouches for, as a registry's answers: time and memory are linear in
 * its length, nesting ends at 500.
 */
public final class JsonReader implements DocumentReader {
  @Override
  public Document read(SourceText source) {
    return new Document(source, new JsonScan(source).index(), this);
  }

  @Override
  public boolean isJson() {
    return true;
  }
}
