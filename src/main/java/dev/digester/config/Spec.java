package dev.digester.config;

import static java.util.Objects.requireNonNullElse;

import dev.digester.reference.Platform;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A spec as it is written: what is absent or null there is null here. Jackson makes it. */
record Spec(
    @Nullable Boolean resolve,
    @Nullable List<String> skip,
    @Nullable List<Platform> platforms,
    @Nullable Reaction onFailure,
    @Nullable Reaction onInvalid,
    @Nullable Report results,
    @Nullable Timeout timeout,
    @Nullable CredentialSettings credentials,
    @Nullable List<Registry> registries,
    @Nullable List<RegistriesSource> registriesFrom,
    @Nullable Map<String, SetterValue> setters,
    @Nullable Map<String, SetterSchema> setterSchema,
    @Nullable List<SetterSource> settersFrom,
    @Nullable List<ImageEntry> images,
    @Nullable List<FieldSpec> fields,
    @Nullable List<FieldSet> fieldSets) {

  /** With the defaults filled in. */
  Configuration configuration() {
    Configuration defaults = Configuration.defaults();
    return new Configuration(
        requireNonNullElse(resolve, defaults.resolve()),
        skip == null ? defaults.skip() : new SkipRules(skip),
        requireNonNullElse(platforms, defaults.platforms()),
        requireNonNullElse(onFailure, defaults.onFailure()),
        requireNonNullElse(onInvalid, defaults.onInvalid()),
        requireNonNullElse(results, defaults.results()),
        timeout == null ? defaults.timeout() : timeout.length(),
        requireNonNullElse(credentials, defaults.credentials()),
        requireNonNullElse(registries, defaults.registries()),
        requireNonNullElse(registriesFrom, defaults.registriesFrom()),
        requireNonNullElse(setters, defaults.setters()),
        requireNonNullElse(setterSchema, defaults.setterSchema()),
        requireNonNullElse(settersFrom, defaults.settersFrom()),
        requireNonNullElse(images, defaults.images()),
        requireNonNullElse(fields, defaults.fields()),
        requireNonNullElse(fieldSets, defaults.fieldSets()));
  }
}
