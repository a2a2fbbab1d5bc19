package dev.digester.config;

import dev.digester.document.Node;
import java.util.Objects;
import java.util.Optional;

/**
 * The configuration is not what it should be. The message is one line for the user: file (where it
 * is one), line, field path and cause.
 */
public final class ConfigurationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Not to be serialised: nodes are views of a document. */
  private final transient Optional<Place> place;

  private final transient Optional<String> field;

  /**
   * A place in the configuration, where the message does not name it itself.
   *
   * @param field the path of the field
   * @param node what stands there
   */
  public record Place(String field, Node node) {}

  ConfigurationException(String message) {
    this(message, Optional.empty(), Optional.empty());
  }

  ConfigurationException(String message, Optional<Place> place) {
    this(message, place, place.map(Place::field));
  }

  private ConfigurationException(String message, Optional<Place> place, Optional<String> field) {
    super(message);
    this.place = place;
    this.field = field;
  }

  /** For a message that names the field and its line. */
  static ConfigurationException about(String field, String message) {
    return new ConfigurationException(message, Optional.empty(), Optional.of(field));
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
    return about(field, field + ": " + reason);
  }

  /** Always there. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
