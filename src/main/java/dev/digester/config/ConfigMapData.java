package dev.digester.config;

import dev.digester.document.Node;
import dev.digester.document.Scalar;
import dev.digester.document.index.NodeKind;
import dev.digester.document.read.YamlReader;
import dev.digester.document.text.DocumentException;
import dev.digester.document.text.SourceText;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes the tree of a spec of the data of a ConfigMap, all of whose values are strings. */
final class ConfigMapData {
  private static final JsonNodeFactory TREE = JsonNodeFactory.instance;
  private static final String SETTERS = "setters";
  private static final String SETTER_PREFIX = SETTERS + ".";
  private static final String FROM_PACKAGE = "credentials.fromPackage";

  /** How the values of a key are written. */
  private enum Form {
    BOOLEAN,
    TEXT,
    COMMAS,
    YAML
  }

  private static final Map<String, Form> FORMS =
      Map.ofEntries(
          Map.entry("resolve", Form.BOOLEAN),
          Map.entry("skip", Form.COMMAS),
          Map.entry("platforms", Form.COMMAS),
          Map.entry("onFailure", Form.TEXT),
          Map.entry("onInvalid", Form.TEXT),
          Map.entry("results", Form.TEXT),
          Map.entry("timeout", Form.TEXT),
          Map.entry(FROM_PACKAGE, Form.BOOLEAN),
          Map.entry("registries", Form.YAML),
          Map.entry("registriesFrom", Form.COMMAS),
          Map.entry("setterSchema", Form.YAML),
          Map.entry("settersFrom", Form.YAML),
          Map.entry("images", Form.YAML),
          Map.entry("fields", Form.YAML),
          Map.entry("fieldSets", Form.COMMAS));

  /** The keys that are known, sorted. */
  static final List<String> KEYS =
      Stream.concat(FORMS.keySet().stream(), Stream.of(SETTER_PREFIX + "NAME")).sorted().toList();

  private final Origins origins;
  private final ObjectNode spec = TREE.objectNode();

  ConfigMapData(Origins origins) {
    this.origins = origins;
  }

  /**
   * The tree of the data; the origins learn where its values come from, and as their problems which
   * keys are unknown and which values are not of their key's form.
   */
  ObjectNode read() {
    JsonNode data = new NodeTree(origins, origins.origin(KeyPath.ROOT)).read(KeyPath.ROOT);
    for (Map.Entry<String, JsonNode> entry : data.properties()) {
      try {
        read(entry.getKey(), entry.getValue());
      } catch (ConfigurationException e) {
        origins.problems().add(e);
      }
    }
    return spec;
  }

  private void read(String key, JsonNode value) {
    KeyPath path = KeyPath.ROOT.key(key);
    Node node = origins.node(path).orElseThrow();
    if (!(node instanceof Scalar scalar) || !value.isString()) {
      throw origins.problem(path, " must be a string" + hint(node));
    }
    put(key, scalar);
  }

  private void put(String key, Scalar value) {
    if (key.startsWith(SETTER_PREFIX) && !key.equals(SETTER_PREFIX)) {
      String name = key.substring(SETTER_PREFIX.length());
      spec.withObjectProperty(SETTERS).put(name, value.value());
      origins.put(KeyPath.ROOT.key(SETTERS).key(name), Origin.of(value));
      return;
    }
    Form form = FORMS.get(key);
    if (form == null) {
      KeyPath path = KeyPath.ROOT.key(key);
      throw origins.problem(path, UnknownKey.reason(path, KEYS));
    }
    JsonNode read = read(form, KeyPath.ROOT.key(key), value);
    if (key.equals(FROM_PACKAGE)) {
      spec.withObjectProperty("credentials").set("fromPackage", read);
    } else {
      spec.set(key, read);
    }
  }

  private JsonNode read(Form form, KeyPath path, Scalar value) {
    return switch (form) {
      case BOOLEAN -> bool(path, value.value());
      case TEXT -> TREE.stringNode(value.value());
      case COMMAS -> commas(value.value());
      case YAML -> yaml(path, value);
    };
  }

  private JsonNode bool(KeyPath path, String text) {
    return switch (text) {
      case "true", "false" -> TREE.booleanNode(text.equals("true"));
      default ->
          throw origins.problem(
              path, " must be \"true\" or \"false\", but it is " + Words.quoted(text));
    };
  }

  private static ArrayNode commas(String text) {
    ArrayNode parts = TREE.arrayNode();
    Arrays.stream(text.split(","))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .forEach(parts::add);
    return parts;
  }

  private JsonNode yaml(KeyPath path, Scalar value) {
    List<Node> roots;
    try {
      roots = new YamlReader().read(SourceText.of(value.value())).roots();
    } catch (DocumentException e) {
      int line = Origin.line(Optional.of(value), e.line());
      throw origins.problem(line, path, " is not YAML: " + e.getMessage());
    }
    if (roots.isEmpty()) {
      return TREE.nullNode();
    }
    if (roots.size() > 1) {
      throw origins.problem(path, " must be one YAML document");
    }
    Origin origin = new Origin(roots.getFirst(), Optional.of(value));
    origins.put(path, origin);
    return new NodeTree(origins, origin).read(path);
  }

  private static String hint(Node node) {
    return node instanceof Scalar scalar && scalar.kind() == NodeKind.PLAIN
        ? ": write \"" + scalar.value() + "\""
        : "";
  }
}
