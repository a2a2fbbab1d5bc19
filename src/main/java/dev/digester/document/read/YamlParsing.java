package dev.digester.document.read;

import dev.digester.document.DocumentReader;

/** How YAML is read. The result is the same, the time that it takes is not. */
public enum YamlParsing {
  /** By a scan of the bytes, and by the parser where the scan is not sure of them. */
  FAST,

  /** By snakeyaml-engine only. */
  ENGINE;

  /** Made when it is asked for: the parser's classes are loaded where a text needs them. */
  DocumentReader reader() {
    return switch (this) {
      case FAST -> new ScanReader();
      case ENGINE -> new YamlReader();
    };
  }
}
