package dev.digester.registry;

import dev.digester.document.Key;
import dev.digester.document.Mapping;
import dev.digester.document.Node;
import dev.digester.document.Scalar;
import dev.digester.document.Sequence;
import dev.digester.document.read.JsonReader;
import dev.digester.document.text.DocumentException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A JSON object of a registry; what is missing or of another type is absent. */
record Json(Mapping object) {

  /** The object that a body holds; empty if it holds anything else. */
  static Optional<Json> of(Bytes body) {
    try {
      return new JsonReader().read(body.text()).roots().stream().findFirst().flatMap(Json::of);
    } catch (DocumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Json> of(Node node) {
    return node instanceof Mapping mapping ? Optional.of(new Json(mapping)) : Optional.empty();
  }

  Optional<String> text(String name) {
    return object.scalar(Key.of(name)).filter(value -> !value.isPlain()).map(Scalar::value);
  }

  /** A number as it is written; some write it as a string. */
  Optional<String> number(String name) {
    return object.scalar(Key.of(name)).filter(value -> !value.isNull()).map(Scalar::value);
  }

  Optional<Json> object(String name) {
    return object.mapping(Key.of(name)).map(Json::new);
  }

  boolean has(String name) {
    return object.get(Key.of(name)).isPresent();
  }

  /** The objects of an array. */
  Stream<Json> objects(String name) {
    return object.sequence(Key.of(name)).map(Sequence::elements).orElse(List.of()).stream()
        .map(Json::of)
        .flatMap(Optional::stream);
  }
}
