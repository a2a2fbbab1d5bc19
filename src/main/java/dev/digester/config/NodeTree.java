package dev.digester.config;

import dev.digester.document.Key;
import dev.digester.document.Mapping;
import dev.digester.document.Node;
import dev.digester.document.Scalar;
import dev.digester.document.Sequence;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes a tree for Jackson of the nodes of a document. */
final class NodeTree {
  private static final JsonNodeFactory TREE = JsonNodeFactory.instance;

  private final Origins origins;
  private final Origin origin;

  NodeTree(Origins origins, Origin origin) {
    this.origins = origins;
    this.origin = origin;
  }

  /**
   * The tree of the origin's node. A key that is a duplicate, or is not a string, is one of the
   * origins' problems.
   *
   * @param path of the node, for messages
   */
  JsonNode read(KeyPath path) {
    return read(origin.node(), path);
  }

  private JsonNode read(Node node, KeyPath path) {
    return switch (node) {
      case Mapping mapping -> object(mapping, path);
      case Sequence sequence -> array(sequence, path);
      case Scalar scalar -> CoreSchema.read(scalar);
    };
  }

  private ObjectNode object(Mapping mapping, KeyPath path) {
    checkKeys(mapping, path);
    ObjectNode object = TREE.objectNode();
    for (String key : keys(mapping)) {
      mapping.get(Key.of(key)).ifPresent(value -> object.set(key, read(value, path.key(key))));
    }
    return object;
  }

  private ArrayNode array(Sequence sequence, KeyPath path) {
    ArrayNode array = TREE.arrayNode();
    for (Node element : sequence.elements()) {
      array.add(read(element, path.index(array.size())));
    }
    return array;
  }

  private void checkKeys(Mapping mapping, KeyPath path) {
    Set<String> seen = new HashSet<>();
    for (Mapping.Entry entry : mapping.entries()) {
      if (!(entry.key() instanceof Scalar key)) {
        origins
            .problems()
            .add(
                origins.problem(origin.line(entry.key()), path, " has a key that is not a string"));
      } else if (!seen.add(key.value())) {
        origins
            .problems()
            .add(
                origins.problem(
                    origin.line(key), path.key(key.value()), " is a duplicate: remove one"));
      }
    }
  }

  /** All keys that a reader of the mapping sees: its own, then the merged ones. */
  private static Set<String> keys(Mapping mapping) {
    Set<String> keys = new LinkedHashSet<>();
    for (Mapping.Entry entry : mapping.entries()) {
      if (entry.key() instanceof Scalar key) {
        keys.addAll(entry.isMerge() ? mergedKeys(entry.value()) : Set.of(key.value()));
      }
    }
    return keys;
  }

  private static Set<String> mergedKeys(Node merged) {
    return switch (merged) {
      case Mapping mapping -> keys(mapping);
      case Sequence sequence -> {
        Set<String> keys = new LinkedHashSet<>();
        sequence.elements().forEach(element -> keys.addAll(mergedKeys(element)));
        yield keys;
      }
      case Scalar scalar -> Set.of();
    };
  }
}
