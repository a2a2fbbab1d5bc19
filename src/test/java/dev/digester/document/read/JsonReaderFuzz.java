package dev.digester.document.read;

import dev.digester.document.Document;
import dev.digester.document.text.DocumentException;
import dev.digester.document.text.SourceText;

/**
 * A fuzz target: any bytes are read as JSON or refused with a line, and what is read can be used.
 */
final class JsonReaderFuzz {
  private JsonReaderFuzz() {}

  static void fuzzerTestOneInput(byte[] bytes) {
    Document document;
    try {
      document = new JsonReader().read(SourceText.of(bytes.clone()));
    } catch (DocumentException e) {
      DocumentFuzz.refused(e);
      return;
    }
    DocumentFuzz.use(document);
  }
}
