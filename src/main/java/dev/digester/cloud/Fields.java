package dev.digester.cloud;

import dev.digester.document.Key;
import dev.digester.document.Mapping;
import dev.digester.document.Scalar;
import java.util.Optional;

/** Texts of JSON objects. */
final class Fields {
  private Fields() {}

  /** A string that is not empty; null and what is not a string count as absent. */
  static Optional<String> text(Mapping object, String name) {
    return object
        .scalar(Key.of(name))
        .filter(scalar -> !scalar.isPlain())
        .map(Scalar::value)
        .filter(text -> !text.isEmpty());
  }
}
