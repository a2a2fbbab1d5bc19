package dev.digester.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.digester.document.Key;
import dev.digester.document.Mapping;
import dev.digester.document.Node;
import dev.digester.document.Scalar;
import dev.digester.document.Sequence;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A mapping of a kubeconfig file.
 *
 * @param file that it is in; paths are relative to its directory
 */
record Settings(Path file, Mapping mapping) {

  /** A text that is there and not empty. */
  Optional<String> text(String key) {
    return text(mapping, key);
  }

  static Optional<String> text(Mapping owner, String key) {
    return owner
        .scalar(Key.of(key))
        .filter(scalar -> !scalar.isNull())
        .map(Scalar::value)
        .filter(value -> !value.isEmpty());
  }

  /** Something other than null. */
  Optional<Node> value(String key) {
    return mapping
        .get(Key.of(key))
        .filter(node -> !(node instanceof Scalar scalar && scalar.isNull()));
  }

  boolean isTrue(String key) {
    return text(key).equals(Optional.of("true"));
  }

  Optional<Settings> section(String key) {
    return mapping.mapping(Key.of(key)).map(inner -> new Settings(file, inner));
  }

  /** The elements of a list. */
  Stream<Node> elements(String key) {
    return mapping.sequence(Key.of(key)).map(Sequence::elements).orElse(List.of()).stream();
  }

  /** Those of them that are mappings. */
  Stream<Settings> sections(String key) {
    return elements(key)
        .flatMap(node ->
            node instanceof Mapping inner ? Stream.of(new Settings(file, inner)) : Stream.empty());
  }

  /** What stands in {@code NAME-data} as base64, or in the file that {@code NAME} names. */
  Optional<String> material(String name) {
    return text(name + "-data")
        .map(data -> decoded(data, name))
        .or(() -> text(name).map(path -> ClusterFinder.text(at(path))));
  }

  Path at(String path) {
    return file.resolveSibling(path);
  }

  private String decoded(String base64, String name) {
    try {
      return new String(Base64.getDecoder().decode(base64.replaceAll("\\s", "")), UTF_8);
    } catch (IllegalArgumentException e) {
      throw broken("has a " + name + "-data that is not base64");
    }
  }

  /** What is wrong with the file; names no value, which may be a secret in the wrong place. */
  ClusterException broken(String what) {
    return broken(file, what);
  }

  static ClusterException broken(Path file, String what) {
    return new ClusterException("the kubeconfig " + file + " " + what);
  }
}
