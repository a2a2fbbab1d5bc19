package dev.digester.krm;

import dev.digester.document.Key;
import dev.digester.document.Mapping;
import dev.digester.document.Node;
import dev.digester.document.Scalar;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code functionConfig} of a list: what configures this run of the function.
 *
 * <p>{@code kpt fn eval} without arguments sends a ConfigMap with empty data, {@code kpt fn render}
 * without configuration sends none at all; both mean defaults.
 */
public record FunctionConfig(Resource resource) {
  private static final Key CONFIG_MAP = Key.of("ConfigMap");
  private static final Key DATA = Key.of("data");
  private static final Key SPEC = Key.of("spec");

  /** Whether it is a {@code v1 ConfigMap}, as kpt makes of {@code -- key=value}. */
  public boolean isConfigMap() {
    return resource.isKind(CONFIG_MAP) && resource.apiVersion().filter("v1"::equals).isPresent();
  }

  /**
   * The {@code data} of a ConfigMap in document order; a value that is not a scalar counts as
   * absent, null is empty text.
   */
  public Map<String, String> data() {
    Map<String, String> data = new LinkedHashMap<>();
    for (Mapping.Entry entry :
        resource.node().mapping(DATA).map(Mapping::entries).orElseGet(java.util.List::of)) {
      if (entry.key() instanceof Scalar key && entry.value() instanceof Scalar value) {
        data.put(key.value(), value.isNull() ? "" : value.value());
      }
    }
    return data;
  }

  /** The {@code spec} of a typed configuration. */
  public Optional<Node> spec() {
    return resource.node().get(SPEC);
  }
}
