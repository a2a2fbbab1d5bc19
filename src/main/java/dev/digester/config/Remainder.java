package dev.digester.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The tree of a spec without the values that were found wrong, so that the rest can be bound and
 * judged as well. Knows where its values were at first.
 */
final class Remainder {
  private final JsonNode spec;

  /** Which elements a list has of those that it had. */
  private final IdentityHashMap<JsonNode, List<Integer>> positions = new IdentityHashMap<>();

  /** The mappings that have lost a key. */
  private final Set<JsonNode> lessened = Collections.newSetFromMap(new IdentityHashMap<>());

  private int fillings;

  Remainder(JsonNode spec) {
    this.spec = spec;
  }

  JsonNode spec() {
    return spec;
  }

  Optional<JsonNode> at(KeyPath path) {
    Optional<JsonNode> node = Optional.of(spec);
    for (String step : path.steps()) {
      node = node.flatMap(parent -> child(parent, step));
    }
    return node;
  }

  private static Optional<JsonNode> child(JsonNode parent, String step) {
    return parent.isArray()
        ? parent.asArray().optional(KeyPath.index(step))
        : parent.optional(step);
  }

  /** The path that a value had before anything was taken out. */
  KeyPath original(KeyPath path) {
    KeyPath original = KeyPath.ROOT;
    for (int i = 0; i < path.steps().size(); i++) {
      String step = path.steps().get(i);
      Optional<JsonNode> parent = at(path.first(i));
      original =
          parent.isPresent() && parent.get() instanceof ArrayNode list
              ? original.index(positions(list).get(KeyPath.index(step)))
              : original.key(step);
    }
    return original;
  }

  private List<Integer> positions(ArrayNode list) {
    return positions.computeIfAbsent(
        list, _ -> new ArrayList<>(IntStream.range(0, list.size()).boxed().toList()));
  }

  /** Whether a mapping has lost a key, so that what it misses may be that one. */
  boolean isLessened(KeyPath path) {
    return at(path).filter(lessened::contains).isPresent();
  }

  /** Takes a value out; false for the root. */
  boolean remove(KeyPath path) {
    if (path.steps().isEmpty()) {
      return false;
    }
    String last = path.steps().getLast();
    JsonNode parent = at(path.above()).orElseThrow();
    if (parent instanceof ArrayNode list) {
      positions(list).remove(/* index */ KeyPath.index(last));
      list.remove(KeyPath.index(last));
    } else {
      ((ObjectNode) parent).remove(last);
      lessened.add(parent);
    }
    return true;
  }

  /** Puts in a value where one is required and there is none, which nothing refuses. */
  void fill(KeyPath path) {
    String key = path.steps().getLast();
    String filling = key.equals("kind") ? "ConfigMap" : "filling" + fillings++;
    ((ObjectNode) at(path.above()).orElseThrow()).put(key, filling);
  }
}
