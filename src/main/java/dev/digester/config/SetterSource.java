package dev.digester.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.Optional;

/**
 * A ConfigMap of the list all of whose data are setter values.
 *
 * @param kind always {@code ConfigMap}
 * @param name of the ConfigMap
 * @param namespace of the ConfigMap; empty: any
 */
public record SetterSource(
    @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL) String kind,
    @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL) String name,
    Optional<String> namespace) {
  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if the kind is another one or the name is empty
   */
  public SetterSource {
    if (!kind.equals("ConfigMap")) {
      throw new IllegalArgumentException("kind must be ConfigMap, but it is " + Words.quoted(kind));
    }
    if (name.isEmpty()) {
      throw new IllegalArgumentException("name must not be empty");
    }
  }
}
