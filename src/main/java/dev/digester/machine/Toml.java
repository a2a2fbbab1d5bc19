package dev.digester.machine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A value of a TOML file. */
sealed interface Toml {
  /** A string. */
  record Text(String text) implements Toml {}

  /** A boolean. */
  record Flag(boolean isTrue) implements Toml {}

  /** A number or a date, which no setting here is. */
  record Other(String written) implements Toml {}

  /** An array, or tables under one {@code [[name]]}. */
  record Items(List<Toml> all) implements Toml {
    Items() {
      this(new ArrayList<>());
    }
  }

  /** A table; it grows while the file is read. */
  record Table(Map<String, Toml> entries) implements Toml {
    Table() {
      this(new LinkedHashMap<>());
    }

    Optional<Toml> get(String key) {
      return Optional.ofNullable(entries.get(key));
    }

    Optional<String> text(String key) {
      return get(key).flatMap(value -> value.texts().findFirst()).filter(text -> !text.isEmpty());
    }

    boolean flag(String key) {
      return get(key).filter(value -> value instanceof Flag(boolean isTrue) && isTrue).isPresent();
    }

    /** The tables of an array of tables. */
    List<Table> tables(String key) {
      return get(key).stream()
          .flatMap(value -> value instanceof Items items ? items.all().stream() : Stream.of())
          .flatMap(item -> item instanceof Table table ? Stream.of(table) : Stream.of())
          .toList();
    }

    Optional<Table> table(String key) {
      return get(key)
          .flatMap(value -> value instanceof Table table ? Optional.of(table) : Optional.empty());
    }
  }

  /** The value itself if it is a string, or the strings of an array. */
  default Stream<String> texts() {
    return switch (this) {
      case Text(String text) -> Stream.of(text);
      case Items(List<Toml> all) -> all.stream().flatMap(Toml::texts);
      case Flag _, Other _, Table _ -> Stream.of();
    };
  }
}
