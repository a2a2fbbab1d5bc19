package dev.digester.config;

import dev.digester.document.Key;
import dev.digester.document.Mapping;
import dev.digester.document.Node;
import dev.digester.document.Scalar;
import dev.digester.document.read.YamlReader;
import dev.digester.document.text.DocumentException;
import dev.digester.document.text.SourceText;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the configuration. Stateless. */
public final class ConfigurationReader {
  private static final Key SPEC = Key.of("spec");
  private static final Key DATA = Key.of("data");
  private static final List<String> DIGESTER_KEYS =
      List.of("apiVersion", "kind", "metadata", "spec");
  private static final List<String> CONFIG_MAP_KEYS =
      List.of("apiVersion", "kind", "metadata", "data", "immutable");

  private ConfigurationReader() {}

  /**
   * Reads what an orchestrator passed: a {@code Digester}, or a ConfigMap.
   *
   * @param functionConfig the list's functionConfig; empty: the defaults hold
   * @throws ConfigurationException if it is of another kind, or wrong
   */
  public static Configuration read(Optional<Mapping> functionConfig) {
    return functionConfig
        .map(config -> read(config, Source.ofFunctionConfig(config)))
        .orElseGet(Configuration::defaults);
  }

  /**
   * Reads a file.
   *
   * @param name of the file, for messages
   * @param utf8 the file's bytes; they must not be changed afterwards
   * @throws ConfigurationException if it is not one document of one of these kinds, or wrong
   */
  public static Configuration readFile(String name, byte[] utf8) {
    Source source = Source.ofFile(name);
    List<Node> roots;
    try {
      roots = new YamlReader().read(SourceText.of(utf8)).roots();
    } catch (DocumentException e) {
      throw source.problem(e.line(), String.valueOf(e.getMessage()));
    }
    if (roots.size() != 1 || !(roots.getFirst() instanceof Mapping config)) {
      throw source.problem(1, "the file must hold one document, a Digester or a ConfigMap");
    }
    return read(config, source);
  }

  private static Configuration read(Mapping config, Source source) {
    return switch (ConfigurationKind.of(config, source)) {
      case DIGESTER -> digester(config, source);
      case CONFIG_MAP -> configMap(config, source);
      case SET_IMAGE, IMAGE_TAG_TRANSFORMER ->
          throw source.problem(
              config.line(), "it configures a function of its own: use a Digester or a ConfigMap");
    };
  }

  private static Configuration digester(Mapping config, Source source) {
    Problems problems = new Problems();
    keys(config, source, DIGESTER_KEYS, problems);
    return values(config, SPEC, source, problems)
        .map(spec -> SpecBinding.bindSpec(new Origins(source, "spec", spec, problems)))
        .orElseGet(() -> defaults(problems));
  }

  private static Configuration configMap(Mapping config, Source source) {
    Problems problems = new Problems();
    keys(config, source, CONFIG_MAP_KEYS, problems);
    return values(config, DATA, source, problems)
        .map(data -> SpecBinding.bindData(new Origins(source, "data", data, problems)))
        .orElseGet(() -> defaults(problems));
  }

  private static Configuration defaults(Problems problems) {
    problems.refuse();
    return Configuration.defaults();
  }

  /** The mapping under a key; empty where there is nothing in it, so nothing to read. */
  private static Optional<Mapping> values(
      Mapping config, Key key, Source source, Problems problems) {
    Optional<Node> value = config.get(key);
    boolean isNull = value.filter(node -> node instanceof Scalar s && s.isNull()).isPresent();
    if (value.isEmpty() || isNull) {
      return Optional.empty();
    }
    Node node = value.orElseThrow();
    if (!(node instanceof Mapping mapping)) {
      problems.add(source.problem(node.line(), key.toString(), " must be a mapping"));
      return Optional.empty();
    }
    return Optional.of(mapping).filter(m -> !m.entries().isEmpty());
  }

  static void checkKeys(Mapping config, Source source, List<String> known) {
    Problems problems = new Problems();
    keys(config, source, known, problems);
    problems.refuse();
  }

  private static void keys(Mapping config, Source source, List<String> known, Problems problems) {
    Set<String> seen = new HashSet<>();
    for (Mapping.Entry entry : config.entries()) {
      int line = entry.key().line();
      if (!(entry.key() instanceof Scalar scalar)) {
        problems.add(source.problem(line, "a key must be a string"));
        continue;
      }
      String key = scalar.value();
      if (!seen.add(key)) {
        problems.add(source.problem(line, key, " is a duplicate: remove one"));
      } else if (!known.contains(key)) {
        KeyPath path = KeyPath.ROOT.key("").key(key);
        problems.add(source.problem(line, key, UnknownKey.reason(path, known)));
      }
    }
  }
}
