package dev.digester.setters;

import dev.digester.config.SetterSchema;
import dev.digester.config.SetterValue;
import java.util.Optional;

/**
 * A setter with its value.
 *
 * @param schema what is known of its values
 * @param place where the value comes from
 * @param own whether it was written for this package, as an entry of {@code spec.setters}: a
 *     ConfigMap or a schema may serve many
 */
record Setter(
    String name, SetterValue value, Optional<SetterSchema> schema, Place place, boolean own) {
  /** The value, where it is one text. */
  Optional<String> text() {
    return switch (value) {
      case SetterValue.Text(String text) -> Optional.of(text);
      case SetterValue.Items items -> Optional.empty();
    };
  }

  /** Whether a value that looks like a number or a boolean must stay a string. */
  boolean isString() {
    return schema
        .flatMap(SetterSchema::type)
        .filter(type -> type == SetterSchema.Type.STRING)
        .isPresent();
  }
}
