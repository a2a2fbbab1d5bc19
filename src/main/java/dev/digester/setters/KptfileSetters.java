package dev.digester.setters;

import dev.digester.document.Key;
import dev.digester.document.Mapping;
import dev.digester.document.Node;
import dev.digester.document.Scalar;
import dev.digester.krm.Origin;
import dev.digester.krm.Resource;
import dev.digester.krm.Resources;
import dev.digester.krm.Result;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The setters that the Kptfile of the package gives values to. */
sealed interface KptfileSetters {
  Key PIPELINE = Key.of("pipeline");
  Key MUTATORS = Key.of("mutators");
  Key IMAGE = Key.of("image");
  Key CONFIG_MAP = Key.of("configMap");
  Key CONFIG_PATH = Key.of("configPath");
  Key DATA = Key.of("data");

  /** The values by name; none where there is no Kptfile, or no apply-setters with values in it. */
  record Found(Map<String, String> values) implements KptfileSetters {}

  /** The Kptfile is wrong. */
  record Invalid(Result problem) implements KptfileSetters {}

  /** Looks for a Kptfile in the package's own directory. */
  static KptfileSetters of(Resources list) {
    Optional<Resource> kptfile = file(list, "Kptfile");
    if (kptfile.isEmpty()) {
      return new Found(Map.of());
    }
    return KptfileSchema.problem(kptfile.get())
        .<KptfileSetters>map(Invalid::new)
        .orElseGet(() -> new Found(values(list, kptfile.get()).orElseGet(Map::of)));
  }

  private static Optional<Resource> file(Resources list, String path) {
    return list.items().stream()
        .filter(item -> list.origin(item).map(Origin::path).equals(Optional.of(path)))
        .findFirst();
  }

  /** Later functions win. As in the catalog, one without its configuration spoils them all. */
  private static Optional<Map<String, String>> values(Resources list, Resource kptfile) {
    List<Node> mutators =
        kptfile
            .node()
            .mapping(PIPELINE)
            .flatMap(pipeline -> pipeline.sequence(MUTATORS))
            .map(functions -> functions.elements())
            .orElseGet(List::of);
    Map<String, String> values = new LinkedHashMap<>();
    for (Node function : mutators) {
      if (function instanceof Mapping mapping && appliesSetters(mapping)) {
        Optional<List<Mapping.Entry>> data = data(list, mapping);
        if (data.isEmpty()) {
          return Optional.empty();
        }
        values.putAll(texts(data.get()));
      }
    }
    return Optional.of(values);
  }

  private static boolean appliesSetters(Mapping function) {
    return function.scalar(IMAGE).map(Scalar::value).orElse("").contains("apply-setters");
  }

  private static Optional<List<Mapping.Entry>> data(Resources list, Mapping function) {
    return function
        .mapping(CONFIG_MAP)
        .map(Mapping::entries)
        .or(() ->
            function
                .scalar(CONFIG_PATH)
                .flatMap(path -> file(list, path.value()))
                .map(file -> file.node().mapping(DATA).map(Mapping::entries).orElseGet(List::of)));
  }

  private static Map<String, String> texts(List<Mapping.Entry> data) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Mapping.Entry entry : data) {
      if (entry.key() instanceof Scalar name && entry.value() instanceof Scalar value) {
        texts.put(name.value(), value.isNull() ? "" : value.value());
      }
    }
    return texts;
  }
}
