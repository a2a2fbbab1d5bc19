package dev.digester.config;

import static java.util.Objects.requireNonNull;

import dev.digester.document.Key;
import dev.digester.document.Mapping;
import dev.digester.document.Node;
import dev.digester.document.Scalar;
import dev.digester.document.Sequence;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** From which nodes of the input the values of a spec were read. */
final class Origins {
  private final Source source;
  private final String root;
  private final Problems problems;
  private final Map<KeyPath, Origin> origins = new HashMap<>();

  /**
   * @param root the key under which the user wrote the values: {@code spec} or {@code data}
   * @param values all of them
   */
  Origins(Source source, String root, Node values) {
    this(source, root, values, new Problems());
  }

  /**
   * @param problems what is wrong beside the values
   */
  Origins(Source source, String root, Node values, Problems problems) {
    this.source = source;
    this.root = root;
    this.problems = problems;
    put(KeyPath.ROOT, Origin.of(values));
  }

  /** What is wrong with the values, as far as they were read. */
  Problems problems() {
    return problems;
  }

  /** Says that the values at and below a path come from elsewhere than those above it. */
  void put(KeyPath path, Origin origin) {
    origins.put(path, origin);
  }

  /** The node of a value, if it has one of its own. */
  Optional<Node> node(KeyPath path) {
    KeyPath start = start(path);
    Optional<Node> node = Optional.of(origin(start).node());
    for (String step : path.steps().subList(start.steps().size(), path.steps().size())) {
      node = node.flatMap(parent -> child(parent, step));
    }
    return node;
  }

  /** The line of the input that a value, or the nearest one around it, begins on. */
  int line(KeyPath path) {
    Origin origin = origin(start(path));
    Optional<Node> shown = key(path).or(() -> node(path));
    return shown.isPresent() || path.steps().isEmpty()
        ? origin.line(shown.orElse(origin.node()))
        : line(path.first(path.steps().size() - 1));
  }

  /** What is wrong with a value. */
  ConfigurationException problem(KeyPath path, String reason) {
    return problem(line(path), path, reason);
  }

  ConfigurationException problem(int line, KeyPath path, String reason) {
    return source.problem(line, path.under(root), reason);
  }

  /** How a scalar is written, without quotes. */
  Optional<String> text(KeyPath path) {
    return node(path).filter(Scalar.class::isInstance).map(node -> ((Scalar) node).value());
  }

  /** Where the values at a path come from that was told to be the root of some. */
  Origin origin(KeyPath start) {
    return requireNonNull(origins.get(start));
  }

  private KeyPath start(KeyPath path) {
    int count = path.steps().size();
    while (!origins.containsKey(path.first(count))) {
      count--;
    }
    return path.first(count);
  }

  /** The key that a value is under: a nested value begins on a later line than its key. */
  private Optional<Node> key(KeyPath path) {
    if (origins.containsKey(path)) {
      return Optional.empty();
    }
    String last = path.steps().getLast();
    return node(path.first(path.steps().size() - 1))
        .filter(Mapping.class::isInstance)
        .flatMap(parent -> ownKey((Mapping) parent, last));
  }

  private static Optional<Node> ownKey(Mapping parent, String name) {
    return parent.entries().stream()
        .map(Mapping.Entry::key)
        .filter(key -> key instanceof Scalar scalar && scalar.is(Key.of(name)))
        .findFirst();
  }

  private static Optional<Node> child(Node parent, String step) {
    return switch (parent) {
      case Mapping mapping -> mapping.get(Key.of(step));
      case Sequence sequence -> sequence.elements().stream().skip(KeyPath.index(step)).findFirst();
      case Scalar scalar -> Optional.empty();
    };
  }
}
