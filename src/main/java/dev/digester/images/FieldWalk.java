package dev.digester.images;

import dev.digester.config.FieldPattern;
import dev.digester.config.FieldPattern.Segment;
import dev.digester.document.FieldPath;
import dev.digester.document.Key;
import dev.digester.document.Mapping;
import dev.digester.document.Node;
import dev.digester.document.Scalar;
import dev.digester.document.Sequence;
import java.util.List;
import java.util.function.BiConsumer;

/** The way of a {@link FieldPattern} down from a node to all nodes that it names. */
final class FieldWalk {
  private final BiConsumer<Node, FieldPath> found;

  private FieldWalk(BiConsumer<Node, FieldPath> found) {
    this.found = found;
  }

  static void from(Node root, FieldPattern pattern, BiConsumer<Node, FieldPath> found) {
    new FieldWalk(found).walk(root, FieldPath.root(), pattern.segments());
  }

  private void walk(Node node, FieldPath path, List<Segment> way) {
    if (way.isEmpty()) {
      found.accept(node, path);
      return;
    }
    List<Segment> rest = way.subList(1, way.size());
    switch (way.getFirst()) {
      case Segment.Key(Key key) -> key(node, path, way, key);
      case Segment.Each() -> each(node, path, rest);
      case Segment.Matching matching -> matching(node, path, matching, rest);
      case Segment.Any() -> {
        elements(node, path, rest);
        entries(node, path, rest);
      }
    }
  }

  /** As in kustomize, a key that meets a list is looked for in each of its elements. */
  private void key(Node node, FieldPath path, List<Segment> way, Key key) {
    switch (node) {
      case Mapping mapping ->
          mapping
              .get(key)
              .ifPresent(
                  value -> walk(value, path.field(key.toString()), way.subList(1, way.size())));
      case Sequence sequence -> elements(sequence, path, way);
      case Scalar _ -> {}
    }
  }

  /** As in kustomize, what is not a list stands for its one element. */
  private void each(Node node, FieldPath path, List<Segment> rest) {
    switch (node) {
      case Sequence sequence -> elements(sequence, path, rest);
      case Mapping _ when rest.isEmpty() -> {}
      case Mapping mapping -> walk(mapping, path, rest);
      case Scalar scalar -> walk(scalar, path, rest);
    }
  }

  private void elements(Node node, FieldPath path, List<Segment> rest) {
    if (node instanceof Sequence sequence) {
      int index = 0;
      for (Node element : sequence.elements()) {
        walk(element, path.element(index++), rest);
      }
    }
  }

  private void matching(Node node, FieldPath path, Segment.Matching wanted, List<Segment> rest) {
    if (node instanceof Sequence sequence) {
      int index = 0;
      for (Node element : sequence.elements()) {
        if (matches(wanted, element)) {
          walk(element, path.element(index), rest);
        }
        index++;
      }
    }
  }

  private static boolean matches(Segment.Matching wanted, Node node) {
    return node instanceof Mapping mapping
        && mapping
            .scalar(Key.of(wanted.key()))
            .map(Scalar::value)
            .filter(wanted.glob()::matches)
            .isPresent();
  }

  private void entries(Node node, FieldPath path, List<Segment> rest) {
    if (node instanceof Mapping mapping) {
      for (Mapping.Entry entry : mapping.entries()) {
        if (entry.key() instanceof Scalar key) {
          walk(entry.value(), path.field(key.value()), rest);
        }
      }
    }
  }
}
