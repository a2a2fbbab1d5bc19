package dev.digester.images;

import dev.digester.config.FieldSpec;
import dev.digester.document.Document;
import dev.digester.document.DocumentReader;
import dev.digester.document.Scalar;
import dev.digester.document.read.JsonReader;
import dev.digester.document.read.YamlReader;
import dev.digester.document.text.DocumentException;
import dev.digester.document.text.SourceText;
import java.util.HashMap;
import java.util.Map;

/**
 * The documents that are values of scalars: each is read once, so that several fields inside of it
 * are fields of one document.
 */
final class InnerDocuments {
  /** A scalar with how its value is to be read. */
  private record Key(Scalar scalar, FieldSpec.Format format) {}

  /** What came of reading it. */
  sealed interface Reading {
    record Read(Document document) implements Reading {}

    record Unreadable(String reason) implements Reading {}
  }

  private final Map<Key, Reading> readings = new HashMap<>();

  Reading of(Scalar scalar, FieldSpec.Format format) {
    return readings.computeIfAbsent(new Key(scalar, format), InnerDocuments::read);
  }

  private static Reading read(Key key) {
    try {
      return new Reading.Read(reader(key.format()).read(SourceText.of(key.scalar().value())));
    } catch (DocumentException e) {
      return new Reading.Unreadable(
          "the value is not %s: line %d of it: %s"
              .formatted(key.format(), e.line(), e.getMessage()));
    }
  }

  private static DocumentReader reader(FieldSpec.Format format) {
    return switch (format) {
      case JSON -> new JsonReader();
      case YAML -> new YamlReader();
    };
  }
}
