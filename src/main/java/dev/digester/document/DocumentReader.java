package dev.digester.document;

import dev.digester.document.text.DocumentException;
import dev.digester.document.text.SourceText;

/** Locates the nodes of a text. Stateless; one reader serves all threads. */
public interface DocumentReader {
  /**
   * Reads one text.
   *
   * @throws DocumentException if the text is not well formed, nests deeper than 500, or its aliases
   *     expand over a bound
   */
  Document read(SourceText source);

  /** Whether what it reads is JSON. */
  default boolean isJson() {
    return false;
  }
}
