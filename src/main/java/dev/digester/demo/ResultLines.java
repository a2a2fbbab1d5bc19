package dev.digester.demo;

import dev.digester.document.Document;
import dev.digester.document.Key;
import dev.digester.document.Mapping;
import dev.digester.document.Node;
import dev.digester.document.Scalar;
import dev.digester.document.read.YamlReader;
import dev.digester.document.text.SourceText;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The results of a ResourceList as kpt shows them. */
final class ResultLines {
  private static final Key RESULTS = Key.of("results");
  private static final Key FIELD = Key.of("field");
  private static final Key RESOURCE = Key.of("resourceRef");
  private static final Key MESSAGE = Key.of("message");
  private static final Key PATH = Key.of("path");
  private static final Key SEVERITY = Key.of("severity");
  private static final List<Key> IDENTITY =
      List.of(Key.of("apiVersion"), Key.of("kind"), Key.of("namespace"), Key.of("name"));

  private ResultLines() {}

  /** A line for each result, {@code [info] v1/Pod/web spec.containers[0].image: pinned …}. */
  static List<String> of(byte[] resourceList) {
    Document document = new YamlReader().read(SourceText.of(resourceList));
    return document.roots().stream()
        .flatMap(root -> mappings(root).flatMap(list -> list.sequence(RESULTS).stream()))
        .flatMap(results -> results.elements().stream().flatMap(ResultLines::mappings))
        .map(ResultLines::line)
        .toList();
  }

  private static Stream<Mapping> mappings(Node node) {
    return node instanceof Mapping mapping ? Stream.of(mapping) : Stream.empty();
  }

  private static String line(Mapping result) {
    String identity =
        result
            .mapping(RESOURCE)
            .map(ref ->
                IDENTITY.stream().flatMap(key -> text(ref, key)).collect(Collectors.joining("/")))
            .orElse("");
    Stream<String> words =
        Stream.of(
                text(result, SEVERITY).map("[%s]"::formatted),
                Stream.of(identity),
                result.mapping(FIELD).stream().flatMap(field -> text(field, PATH)))
            .flatMap(word -> word)
            .filter(word -> !word.isEmpty());
    return words.collect(Collectors.joining(" "))
        + text(result, MESSAGE).map(": %s"::formatted).collect(Collectors.joining());
  }

  private static Stream<String> text(Mapping mapping, Key key) {
    return mapping.scalar(key).map(Scalar::value).stream();
  }
}
