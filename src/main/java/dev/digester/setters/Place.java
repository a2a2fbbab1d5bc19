package dev.digester.setters;

import dev.digester.document.FieldPath;
import dev.digester.document.Node;
import dev.digester.document.Scalar;
import dev.digester.krm.FunctionConfig;
import dev.digester.krm.Resource;
import dev.digester.krm.Result;
import java.util.Optional;

/**
 * Where a setter's value was written: a field of a resource, if it was read from a list at all.
 *
 * @param path of the field, from the resource's root
 */
record Place(Optional<Resource> resource, FieldPath path) {
  /**
   * The place of something of a configuration.
   *
   * @param config empty where the configuration does not come from a list
   * @param names the way down from the {@code spec}; in a ConfigMap they make the key
   */
  static Place ofConfig(Optional<FunctionConfig> config, String... names) {
    FieldPath spec = FieldPath.of("spec");
    for (String name : names) {
      spec = spec.field(name);
    }
    boolean data = config.filter(FunctionConfig::isConfigMap).isPresent();
    FieldPath path = data ? FieldPath.of("data", String.join(".", names)) : spec;
    return new Place(config.map(FunctionConfig::resource), path);
  }

  /** The place of an element of what is here. */
  Place element(int position) {
    return new Place(resource, path.element(position));
  }

  /** The entry of a ConfigMap. */
  static Place ofData(Resource configMap, String key) {
    return new Place(Optional.of(configMap), FieldPath.of("data", key));
  }

  /** An error about the place. */
  Result error(String message) {
    return at(Result.error(message));
  }

  /** A result about the place. */
  Result at(Result result) {
    if (resource.isEmpty()) {
      return result;
    }
    Resource owner = resource.get();
    Node node = path.find(owner.node()).orElse(owner.node());
    Result.Field field =
        node instanceof Scalar scalar
            ? Result.Field.read(path.toString(), scalar.value())
            : Result.Field.named(path.toString());
    return result.on(owner, field, node);
  }
}
