package dev.digester.config;

import dev.digester.document.edit.Spelling;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Settings of a command line, {@code KEY=VALUE} in the form that they have in a ConfigMap; they win
 * over those of a file.
 */
public final class Overrides {
  private static final String SETTERS = "setters.";

  private final Configuration values;
  private final Set<String> keys;

  private Overrides(Configuration values, Set<String> keys) {
    this.values = values;
    this.keys = keys;
  }

  /**
   * Reads settings; of a key that is set more than once the last one counts.
   *
   * @param flag whose values they are, for messages
   * @throws ConfigurationException if one of them is not KEY=VALUE or is wrong
   */
  public static Overrides of(String flag, List<String> settings) {
    Map<String, String> data = new LinkedHashMap<>();
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      if (equals < 1) {
        throw ConfigurationException.of(
            flag, "expected KEY=VALUE, such as onFailure=keep, found " + Words.quoted(setting));
      }
      data.put(setting.substring(0, equals), setting.substring(equals + 1));
    }
    String text =
        data.entrySet().stream()
            .map(entry ->
                "  %s: %s%n"
                    .formatted(
                        Spelling.doubleQuoted(entry.getKey()),
                        Spelling.doubleQuoted(entry.getValue())))
            .collect(Collectors.joining());
    String map = "apiVersion: v1\nkind: ConfigMap\ndata:" + (data.isEmpty() ? " {}" : "\n" + text);
    return new Overrides(
        ConfigurationReader.readFile(flag, map.getBytes(StandardCharsets.UTF_8)), data.keySet());
  }

  /** A configuration with these settings in place of its own. */
  public Configuration over(Configuration file) {
    return new Configuration(
        has("resolve") ? values.resolve() : file.resolve(),
        has("skip") ? values.skip() : file.skip(),
        has("platforms") ? values.platforms() : file.platforms(),
        has("onFailure") ? values.onFailure() : file.onFailure(),
        has("onInvalid") ? values.onInvalid() : file.onInvalid(),
        has("results") ? values.results() : file.results(),
        has("timeout") ? values.timeout() : file.timeout(),
        has("credentials.fromPackage") ? values.credentials() : file.credentials(),
        has("registries") ? values.registries() : file.registries(),
        has("registriesFrom") ? values.registriesFrom() : file.registriesFrom(),
        setters(file),
        has("setterSchema") ? values.setterSchema() : file.setterSchema(),
        has("settersFrom") ? values.settersFrom() : file.settersFrom(),
        has("images") ? values.images() : file.images(),
        has("fields") ? values.fields() : file.fields(),
        has("fieldSets") ? values.fieldSets() : file.fieldSets());
  }

  private boolean has(String key) {
    return keys.contains(key);
  }

  private Map<String, SetterValue> setters(Configuration file) {
    Map<String, SetterValue> setters = new LinkedHashMap<>(file.setters());
    values
        .setters()
        .forEach((name, value) -> {
          if (has(SETTERS + name)) {
            setters.put(name, value);
          }
        });
    return setters;
  }
}
