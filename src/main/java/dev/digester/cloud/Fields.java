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
}
