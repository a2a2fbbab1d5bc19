package dev.digester.config;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An entry of {@code registries} as it is written: what is absent or null there is null here. */
record WrittenRegistry(
    @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL) String host,
    @Nullable List<Mirror> mirrors,
    @Nullable Boolean fallback,
    Optional<CaSource> ca,
    boolean insecure,
    @Nullable Integer concurrency) {

  Registry registry() {
    return new Registry(
        host,
        requireNonNullElse(mirrors, List.of()),
        requireNonNullElse(fallback, true),
        ca,
        insecure,
        requireNonNullElse(concurrency, Registry.DEFAULT_CONCURRENCY));
  }
}
