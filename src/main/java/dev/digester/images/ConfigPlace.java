package dev.digester.images;

import dev.digester.document.FieldPath;
import dev.digester.krm.FunctionConfig;
import dev.digester.krm.Resource;
import dev.digester.krm.Result;
import java.util.Optional;

/**
 * An entry of a list of a configuration.
 *
 * @param key of the list: {@code fields}, {@code skip}
 * @param position of the entry
 */
record ConfigPlace(String key, int position) {
  /** The name of the entry for messages, {@code spec.fields[0]}. */
  @Override
  public String toString() {
    return "spec." + key + "[" + position + "]";
  }

  /** The same result, at the entry. */
  Result at(Optional<FunctionConfig> written, Result result) {
    return written.map(config -> at(config, result)).orElse(result);
  }

  /** In a ConfigMap all entries are one string. */
  private Result at(FunctionConfig config, Result result) {
    Resource owner = config.resource();
    FieldPath path =
        config.isConfigMap()
            ? FieldPath.of("data", key)
            : FieldPath.of("spec", key).element(position);
    return result.on(
        owner, Result.Field.named(path.toString()), path.find(owner.node()).orElse(owner.node()));
  }
}
