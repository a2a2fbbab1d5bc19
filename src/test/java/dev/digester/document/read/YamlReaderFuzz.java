package dev.digester.document.read;

import dev.digester.document.Document;
import dev.digester.document.text.DocumentException;
import dev.digester.document.text.SourceText;
import dev.digester.document.text.Span;
import java.util.List;

/**
 * A fuzz target: any bytes are read as YAML or refused with a line, and what is read can be used.
 */
final class YamlReaderFuzz {
  private YamlReaderFuzz() {}

  static void fuzzerTestOneInput(byte[] bytes) {
    Document document;
    try {
      document = new YamlReader().read(SourceText.of(bytes.clone()));
    } catch (DocumentException e) {
      DocumentFuzz.refused(e);
      return;
    }
    DocumentFuzz.use(document);
    String text = document.source().text(new Span(0, document.source().length()));
    List<String> expected = EngineValues.of(text);
    if (!EngineValues.of(document).equals(expected)) {
      throw new AssertionError("the engine reads " + expected);
    }
  }
}
