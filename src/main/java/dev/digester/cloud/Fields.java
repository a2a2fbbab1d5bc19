package dev.digester.cloud;

import dev.digester.document.Key;
import dev.digester.document.Mapping;
import dev.digester.document.Scalar;
import java.util.Optional;

/** Texts of JSON objects. */
final class Fields {
  private Fields() {}

  /** A text that is there and not empty. */
  static Optional<String> text(Mapping object, String name) {
    return object
        .scalar(Key.of(name))
        .filter(scalar -> !scalar.isNull())
        .map(Scalar::value)
        .filter(text -> !text.isEmpty());
  }

  /** A text as JSON writes it (RFC 8259, clause 7). */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\') {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
