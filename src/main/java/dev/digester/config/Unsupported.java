package dev.digester.config;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What is valid, but cannot be carried out by this version: it is refused, never ignored. A feature
 * that comes deletes its line.
 */
public final class Unsupported {
  static final String SUFFIX = " is valid but this version cannot carry it out yet";

  private static final List<Feature> FEATURES =
      List.of(spec("registriesFrom", c -> !c.registriesFrom().isEmpty()));

  private Unsupported() {}

  /**
   * What a configuration asks for in vain.
   *
   * @return a message each, in the order of the features; empty where all can be carried out
   */
  public static List<String> in(Configuration configuration) {
    return FEATURES.stream()
        .flatMap(feature -> feature.uses().apply(configuration))
        .map(path -> path + SUFFIX)
        .toList();
  }

  /** The keys that are refused, as the documentation lists them. */
  static List<String> keys() {
    return FEATURES.stream().map(Feature::key).toList();
  }

  /**
   * A feature.
   *
   * @param key that asks for it
   * @param uses the paths at which a configuration does so
   */
  private record Feature(String key, Function<Configuration, Stream<String>> uses) {}

  private static Feature spec(String key, Predicate<Configuration> uses) {
    return new Feature(
        key, configuration -> Stream.of("spec." + key).filter(path -> uses.test(configuration)));
  }
}
