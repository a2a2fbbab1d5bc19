package dev.digester.images;

import dev.digester.config.FieldSpec;
import dev.digester.krm.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * All places that a configuration names, by the kind of resource that has them: a set of well-known
 * places is long, and a resource is of one kind. For one pass over a list.
 */
final class ConfiguredFields implements Places {
  private final List<ConfiguredField> ofAnyKind = new ArrayList<>();
  private final Map<String, List<ConfiguredField>> byKind = new HashMap<>();
  private final InnerDocuments documents = new InnerDocuments();

  ConfiguredFields(List<FieldSpec> specs) {
    for (FieldSpec spec : specs) {
      ConfiguredField field = new ConfiguredField(spec);
      field
          .kind()
          .map(kind -> byKind.computeIfAbsent(kind, _ -> new ArrayList<>()))
          .orElse(ofAnyKind)
          .add(field);
    }
  }

  @Override
  public void forEach(Resource resource, Consumer<ImageField> visitor) {
    ofAnyKind.forEach(field -> field.forEach(resource, documents, visitor));
    if (!byKind.isEmpty()) {
      byKind
          .getOrDefault(resource.kind().orElse(""), List.of())
          .forEach(field -> field.forEach(resource, documents, visitor));
    }
  }
}
