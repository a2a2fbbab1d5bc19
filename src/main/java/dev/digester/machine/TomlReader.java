package dev.digester.machine;

import dev.digester.machine.Toml.Items;
import dev.digester.machine.Toml.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads TOML (<a href="https://toml.io/en/v1.0.0">version 1.0.0</a>) as configuration files write
 * it: tables, arrays of tables, dotted and quoted keys, strings on one line, booleans, arrays,
 * inline tables; numbers and dates are kept as text. Strings over several lines are refused.
 */
final class TomlReader {
  private final TomlText text;

  private TomlReader(String content) {
    this.text = new TomlText(content);
  }

  /**
   * Reads a text.
   *
   * @param file names it in messages
   * @throws MachineSettingsException if it is no TOML, or of a kind that is not read here
   */
  static Table read(String file, String content) {
    TomlReader reader = new TomlReader(content);
    try {
      return reader.document();
    } catch (TomlText.Unexpected e) {
      throw new MachineSettingsException(
          "%s, line %d: %s".formatted(file, reader.text.line(), e.getMessage()));
    }
  }

  private Table document() {
    Table root = new Table();
    Table current = root;
    for (text.skipLines(); !text.atEnd(); text.skipLines()) {
      if (text.take("[[")) {
        current = element(root, header("]]"));
      } else if (text.take("[")) {
        current = descend(root, header("]"));
      } else {
        entry(current);
      }
      text.endLine();
    }
    return root;
  }

  private List<String> header(String end) {
    List<String> path = path();
    text.expect(end);
    return path;
  }

  private List<String> path() {
    List<String> path = new ArrayList<>();
    do {
      text.skipBlanks();
      path.add(text.key());
      text.skipBlanks();
    } while (text.take("."));
    return path;
  }

  private Table element(Table root, List<String> path) {
    Table owner = descend(root, path.subList(0, path.size() - 1));
    Toml items = owner.entries().computeIfAbsent(path.getLast(), _ -> new Items());
    if (!(items instanceof Items array)) {
      throw new TomlText.Unexpected("it was no array of tables before");
    }
    Table table = new Table();
    array.all().add(table);
    return table;
  }

  /** The table at a path; of an array of tables, its last one. */
  private Table descend(Table from, List<String> path) {
    Table table = from;
    for (String key : path) {
      Toml next = table.entries().computeIfAbsent(key, _ -> new Table());
      Toml last =
          next instanceof Items items && !items.all().isEmpty() ? items.all().getLast() : next;
      if (!(last instanceof Table inner)) {
        throw new TomlText.Unexpected("'" + key + "' is no table");
      }
      table = inner;
    }
    return table;
  }

  private void entry(Table table) {
    List<String> path = path();
    text.expect("=");
    text.skipBlanks();
    Table owner = descend(table, path.subList(0, path.size() - 1));
    if (owner.entries().putIfAbsent(path.getLast(), value()) != null) {
      throw new TomlText.Unexpected("'" + path.getLast() + "' is there twice");
    }
  }

  private Toml value() {
    if (text.take("[")) {
      return array();
    }
    if (text.take("{")) {
      return inline();
    }
    return text.isQuoted() ? new Toml.Text(text.quoted()) : bare(text.word());
  }

  private static Toml bare(String word) {
    return switch (word) {
      case "true" -> new Toml.Flag(true);
      case "false" -> new Toml.Flag(false);
      default -> {
        if (word.isEmpty() || !Character.isLetterOrDigit(word.charAt(word.length() - 1))) {
          throw new TomlText.Unexpected("a value is missing");
        }
        yield new Toml.Other(word);
      }
    };
  }

  private Toml array() {
    Items items = new Items();
    for (text.skipLines(); !text.take("]"); text.skipLines()) {
      items.all().add(value());
      text.skipLines();
      if (!text.take(",")) {
        text.expect("]");
        break;
      }
    }
    return items;
  }

  private Toml inline() {
    Table table = new Table();
    text.skipBlanks();
    if (text.take("}")) {
      return table;
    }
    do {
      entry(table);
      text.skipBlanks();
    } while (text.take(","));
    text.expect("}");
    return table;
  }
}
