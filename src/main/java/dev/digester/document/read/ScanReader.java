package dev.digester.document.read;

import dev.digester.document.Document;
import dev.digester.document.DocumentReader;
import dev.digester.document.index.IndexBuilder;
import dev.digester.document.index.NodeIndex;
import dev.digester.document.scan.Scan;
import dev.digester.document.scan.Unsure;
import dev.digester.document.text.DocumentException;
import dev.digester.document.text.SourceText;

/**
 * Reads a YAML 1.2 stream by a scan of its bytes, and whatever the scan is not sure of with a full
 * parser: the index is the same, and errors are always the parser's.
 */
public final class ScanReader implements DocumentReader {
  @Override
  public Document read(SourceText source) {
    if (source.firstUnprintable() >= 0 || source.isDisputed()) {
      return new YamlReader().read(source);
    }
    try {
      return new Document(source, scan(source), this);
    } catch (Unsure | DocumentException e) {
      return new YamlReader().read(source);
    }
  }

  /**
   * The index only.
   *
   * @throws Unsure if a full parser has to read the text
   * @throws DocumentException if a bound is passed or an alias is wrong
   */
  static NodeIndex scan(SourceText source) {
    IndexBuilder builder = new IndexBuilder(source);
    Scan.stream(source.utf8(), source.contentStart(), new IndexedNodes(builder));
    return builder.build();
  }
}
