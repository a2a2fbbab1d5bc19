package dev.digester.registry;

import dev.digester.document.text.SourceText;
import dev.digester.reference.Digest;
import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** The bytes of a body, immutable. */
final class Bytes {
  static final Bytes NONE = new Bytes(new byte[0]);

  private final byte[] content;

  /** Takes the array over: it must not be changed afterwards. */
  Bytes(byte[] content) {
    this.content = content;
  }

  Digest digest(String algorithm) {
    return Digest.of(algorithm, content);
  }

  boolean isEmpty() {
    return content.length == 0;
  }

  InputStream stream() {
    return new ByteArrayInputStream(content);
  }

  SourceText text() {
    return SourceText.of(content);
  }
}
