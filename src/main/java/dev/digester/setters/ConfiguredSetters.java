package dev.digester.setters;

import dev.digester.config.Configuration;
import dev.digester.config.Configured;
import dev.digester.config.SetterSchema;
import dev.digester.config.SetterSource;
import dev.digester.config.SetterValue;
import dev.digester.document.Key;
import dev.digester.krm.Resource;
import dev.digester.krm.Resources;
import dev.digester.krm.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Gathers the setters of a configuration from all their places, and checks them. */
final class ConfiguredSetters {
  private static final Key CONFIG_MAP = Key.of("ConfigMap");

  private final Configured configured;
  private final Configuration configuration;
  private final Resources list;
  private final SequencedMap<String, Setter> setters = new LinkedHashMap<>();
  private final List<Result> problems = new ArrayList<>();

  ConfiguredSetters(Configured configured, Resources list) {
    this.configured = configured;
    this.configuration = configured.configuration();
    this.list = list;
  }

  Setters read() {
    configuration
        .setters()
        .forEach((name, value) -> put(name, value, place("setters", name), true));
    for (int i = 0; i < configuration.settersFrom().size(); i++) {
      from(configuration.settersFrom().get(i), i);
    }
    configuration.setterSchema().forEach(this::fallBack);
    SequencedMap<String, Setter> checked = new LinkedHashMap<>();
    setters.forEach((name, setter) -> checked.put(name, checked(setter)));
    return new Setters(checked, problems);
  }

  private Place place(String... names) {
    return Place.ofConfig(configured.written(), names);
  }

  private void put(String name, SetterValue value, Place place, boolean own) {
    setters.put(name, new Setter(name, value, Optional.empty(), place, own));
  }

  private void from(SetterSource source, int position) {
    Optional<Resource> configMap =
        list.items().stream().filter(item -> isMeant(item, source)).findFirst();
    if (configMap.isPresent()) {
      Setters.addData(configMap.get(), setters, problems);
      return;
    }
    String name = source.namespace().map(namespace -> namespace + "/").orElse("") + source.name();
    problems.add(
        place("settersFrom")
            .element(position)
            .error("there is no ConfigMap " + name + " in the list: add it, or correct its name"));
  }

  private static boolean isMeant(Resource item, SetterSource source) {
    return item.isKind(CONFIG_MAP)
        && item.apiVersion().equals(Optional.of("v1"))
        && item.name().equals(Optional.of(source.name()))
        && (source.namespace().isEmpty() || source.namespace().equals(item.namespace()));
  }

  private void fallBack(String name, SetterSchema schema) {
    if (setters.containsKey(name)) {
      return;
    }
    if (schema.fallback().isPresent()) {
      put(name, schema.fallback().get().value(), place("setterSchema", name), false);
    } else if (schema.required()) {
      problems.add(
          place("setterSchema", name)
              .error(
                  "setter "
                      + name
                      + " is required, but nothing sets it"
                      + described(schema)
                      + ": add it to spec.setters"));
    }
  }

  private static String described(SetterSchema schema) {
    return schema.description().map(text -> " (" + text + ")").orElse("");
  }

  private Setter checked(Setter setter) {
    Map<String, SetterSchema> schemas = configuration.setterSchema();
    Optional<SetterSchema> schema = Optional.ofNullable(schemas.get(setter.name()));
    schema
        .flatMap(known -> new SchemaCheck(known).problem(setter.value()))
        .map(problem -> setter.place().error("setter " + setter.name() + " " + problem))
        .ifPresent(problems::add);
    return new Setter(setter.name(), setter.value(), schema, setter.place(), setter.own());
  }
}
