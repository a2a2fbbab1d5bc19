package dev.digester.setters;

import dev.digester.config.Configured;
import dev.digester.config.SetterValue;
import dev.digester.document.Key;
import dev.digester.document.Mapping;
import dev.digester.document.Scalar;
import dev.digester.krm.FunctionConfig;
import dev.digester.krm.Resource;
import dev.digester.krm.Resources;
import dev.digester.krm.Result;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * The setters of a run, in the order in which they are written.
 *
 * @param problems errors in what was written; with any of them nothing may be set
 */
public record Setters(SequencedMap<String, Setter> byName, List<Result> problems) {
  private static final Key DATA = Key.of("data");

  public Setters {
    byName = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(byName));
    problems = List.copyOf(problems);
  }

  /** No setters. */
  public static Setters none() {
    return new Setters(new LinkedHashMap<>(), List.of());
  }

  /** No setters, because something is wrong with all of them. */
  public static Setters refused(Result problem) {
    return new Setters(new LinkedHashMap<>(), List.of(problem));
  }

  /** All data of a ConfigMap, as the catalog's functions are configured. */
  public static Setters ofData(FunctionConfig configMap) {
    SequencedMap<String, Setter> setters = new LinkedHashMap<>();
    List<Result> problems = new ArrayList<>();
    addData(configMap.resource(), setters, problems);
    return new Setters(setters, problems);
  }

  /**
   * The setters of a configuration: {@code spec.setters}, then those of the ConfigMaps that {@code
   * settersFrom} names, then the defaults of {@code setterSchema}, which they are checked by.
   */
  public static Setters of(Configured configured, Resources list) {
    return new ConfiguredSetters(configured, list).read();
  }

  /** Adds the entries of a ConfigMap whose names are new; of equal names in it, the last counts. */
  static void addData(
      Resource configMap, SequencedMap<String, Setter> setters, List<Result> problems) {
    List<Mapping.Entry> entries =
        configMap.node().mapping(DATA).map(Mapping::entries).orElseGet(List::of);
    Set<String> taken = Set.copyOf(setters.keySet());
    for (Mapping.Entry entry : entries) {
      String name = entry.key() instanceof Scalar key ? key.value() : "";
      Place place = Place.ofData(configMap, name);
      if (entry.value() instanceof Scalar value) {
        SetterValue text = new SetterValue.Text(value.isNull() ? "" : value.value());
        if (!taken.contains(name)) {
          setters.put(name, new Setter(name, text, Optional.empty(), place, false));
        }
      } else {
        problems.add(
            place.error(
                "setter "
                    + name
                    + " must be a string: write a list as one, \"[dev, stage]\", in the data of a ConfigMap"));
      }
    }
  }

  /** The values of those setters that are one text, by name. */
  Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    byName.forEach((name, setter) -> setter.text().ifPresent(text -> texts.put(name, text)));
    return texts;
  }
}
