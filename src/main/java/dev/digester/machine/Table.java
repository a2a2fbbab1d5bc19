package dev.digester.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/**
 * A table of a TOML file (<a href="https://toml.io/en/v1.0.0">version 1.0.0</a>).
 *
 * @param file that it is in, for messages
 */
record Table(Path file, JsonNode node) {
  private static final TomlMapper MAPPER = TomlMapper.builder().build();

  /**
   * Reads a file.
   *
   * @throws MachineSettingsException if it cannot be read or is not TOML; nothing of it is quoted
   */
  static Table read(Path file) {
    try {
      return new Table(file, MAPPER.readTree(Files.readString(file)));
    } catch (IOException e) {
      throw new MachineSettingsException("cannot read " + file);
    } catch (JacksonException e) {
      throw new MachineSettingsException(
          "%s is not TOML: reading it stopped at line %d"
              .formatted(file, e.getLocation().getLineNr()));
    }
  }

  /** A string that is not empty. */
  Optional<String> text(String key) {
    return texts(key).stream().findFirst().filter(text -> !text.isEmpty());
  }

  /** A string, or the strings of an array and of the arrays in it. */
  List<String> texts(String key) {
    return strings(node.path(key)).toList();
  }

  private static Stream<String> strings(JsonNode value) {
    if (value.isArray()) {
      return value.valueStream().flatMap(Table::strings);
    }
    return value.isString() ? Stream.of(value.stringValue()) : Stream.empty();
  }

  boolean has(String key) {
    return node.has(key);
  }

  /**
   * A boolean; one that is absent is false.
   *
   * @throws MachineSettingsException if it is something else
   */
  boolean flag(String key) {
    JsonNode value = node.path(key);
    if (!value.isBoolean() && !value.isMissingNode()) {
      throw new MachineSettingsException(
          "%s has a '%s' that is neither true nor false".formatted(file, key));
    }
    return value.isBoolean() && value.booleanValue();
  }

  /** The tables of an array of tables. */
  List<Table> tables(String key) {
    return node.path(key)
        .valueStream()
        .filter(JsonNode::isObject)
        .map(inner -> new Table(file, inner))
        .toList();
  }

  /** The tables in a table, by name, in the order of the file. */
  List<Map.Entry<String, Table>> tablesByName(String key) {
    return node.path(key)
        .propertyStream()
        .filter(entry -> entry.getValue().isObject())
        .map(entry -> Map.entry(entry.getKey(), new Table(file, entry.getValue())))
        .toList();
  }

  /** A table in this one; an empty one where there is none. */
  Table table(String key) {
    return new Table(file, node.path(key));
  }

  /** The keys of this table. */
  List<String> keys() {
    return List.copyOf(node.propertyNames());
  }

  /** It may hold secrets. */
  @Override
  public String toString() {
    return "Table of " + file;
  }
}
