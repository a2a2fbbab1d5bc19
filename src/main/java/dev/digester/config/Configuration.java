package dev.digester.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.digester.reference.Platform;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the user asked for, complete: the {@code spec} of a {@code Digester} with its defaults.
 *
 * @param resolve whether tags are looked up and pinned at all; without it no image is parsed,
 *     judged or reported
 * @param skip the images that are left alone, by their text as written
 * @param platforms what every image must have; empty: nothing is asked
 * @param onFailure what a lookup that failed means
 * @param onInvalid what a value that is not a reference means
 * @param results which results are reported
 * @param timeout for the whole run; more than 0, at most {@link Timeout#MAX}
 * @param credentials where else credentials may come from
 * @param registries settings by host; no host is a duplicate
 * @param registriesFrom further sources of registry settings; {@code registries} wins over them
 * @param setters values by the name of their setter, in the order written
 * @param setterSchema what the values of a setter must be, by its name
 * @param settersFrom resources of the list that hold values; earlier ones win, {@code setters} wins
 *     over all
 * @param images what is renamed, retagged or relocated, in order
 * @param fields where images are, beside the places that every pod spec has
 * @param fieldSets built-in lists of such places
 */
public record Configuration(
    boolean resolve,
    SkipRules skip,
    List<Platform> platforms,
    Reaction onFailure,
    Reaction onInvalid,
    Report results,
    Duration timeout,
    CredentialSettings credentials,
    List<Registry> registries,
    List<RegistriesSource> registriesFrom,
    Map<String, SetterValue> setters,
    Map<String, SetterSchema> setterSchema,
    List<SetterSource> settersFrom,
    List<ImageEntry> images,
    List<FieldSpec> fields,
    List<FieldSet> fieldSets) {

  private static final Configuration DEFAULTS =
      new Configuration(
          true,
          SkipRules.NONE,
          List.of(),
          Reaction.FAIL,
          Reaction.FAIL,
          Report.CHANGES,
          Timeout.DEFAULT,
          new CredentialSettings(false),
          List.of(),
          List.of(),
          Map.of(),
          Map.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of());

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if the timeout is out of range or a registry is a duplicate
   */
  public Configuration {
    Timeout.check(timeout);
    platforms = List.copyOf(platforms);
    registries = List.copyOf(registries);
    Registry.checkDistinct(registries);
    registriesFrom = List.copyOf(registriesFrom);
    setters = Collections.unmodifiableMap(new LinkedHashMap<>(setters));
    setterSchema = Collections.unmodifiableMap(new LinkedHashMap<>(setterSchema));
    settersFrom = List.copyOf(settersFrom);
    images = List.copyOf(images);
    fields = List.copyOf(fields);
    fieldSets = List.copyOf(fieldSets);
  }

  /** What holds where nothing is configured. */
  public static Configuration defaults() {
    return DEFAULTS;
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Configuration of(Spec written) {
    return written.configuration();
  }

  /** The same with further images to leave alone. */
  public Configuration alsoSkipping(SkipRules more) {
    return new Configuration(
        resolve,
        skip.and(more),
        platforms,
        onFailure,
        onInvalid,
        results,
        timeout,
        credentials,
        registries,
        registriesFrom,
        setters,
        setterSchema,
        settersFrom,
        images,
        fields,
        fieldSets);
  }
}
