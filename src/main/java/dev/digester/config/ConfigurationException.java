package dev.digester.config;

import dev.digester.document.Node;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The configuration is not what it should be. The message is one line for the user: file (where it
 * is one), line, field path and cause. Several things that are wrong have a line each.
 */
public final class ConfigurationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Not to be serialised: nodes are views of a document. */
  private final transient Optional<Place> place;

  private final transient Optional<String> field;

  /** In the order of the file; empty where this is one itself. */
  private final transient List<ConfigurationException> several;

  /** Counted from 1; 0 where it is not known. */
  private final int line;

  /**
   * A place in the configuration, where the message does not name it itself.
   *
   * @param field the path of the field
   * @param node what is there
   */
  public record Place(String field, Node node) {}

  ConfigurationException(String message, Optional<Place> place) {
    this(message, place, place.map(Place::field), 0);
  }

  private ConfigurationException(
      String message, Optional<Place> place, Optional<String> field, int line) {
    super(message);
    this.place = place;
    this.field = field;
    this.several = List.of();
    this.line = line;
  }

  private ConfigurationException(List<ConfigurationException> several) {
    super(
        several.stream().map(ConfigurationException::getMessage).collect(Collectors.joining("\n")));
    this.place = Optional.empty();
    this.field = Optional.empty();
    this.several = several;
    this.line = 0;
  }

  /** All that is wrong with a file, put in its order. */
  static ConfigurationException of(List<ConfigurationException> several) {
    return several.size() == 1
        ? several.getFirst()
        : new ConfigurationException(
            several.stream()
                .sorted(Comparator.comparingInt((ConfigurationException each) -> each.line))
                .toList());
  }

  /** For a message that names its line. */
  static ConfigurationException at(int line, String message) {
    return new ConfigurationException(message, Optional.empty(), Optional.empty(), line);
  }

  /** For a message that names the field and its line. */
  static ConfigurationException about(int line, String field, String message) {
    return new ConfigurationException(message, Optional.empty(), Optional.of(field), line);
  }

  /** Each thing that is wrong, with one line for the user, in the order of the file. */
  public List<ConfigurationException> each() {
    return several.isEmpty() ? List.of(this) : several;
  }

  /** For messages of other programs, which name no place. */
  public Optional<Place> place() {
    return place;
  }

  /** The path of the field that is wrong, if it is one. */
  public Optional<String> field() {
    return field;
  }

  /** For what is found out only when a valid configuration is carried out. */
  public static ConfigurationException of(String field, String reason) {
    return about(0, field, field + ": " + reason);
  }

  /** Always there. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
