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

  /**
   * A place in the configuration, where the message does not name it itself.
   *
   * @param field the path of the field
   * @param node what stands there
   */
  public record Place(String field, Node node) {}

  ConfigurationException(String message) {
    this(message, Optional.empty());
  }

  ConfigurationException(String message, Optional<Place> place) {
    super(message);
    this.place = place;
  }

  /** For messages of other programs, which name no place. */
  public Optional<Place> place() {
    return place;
  }

  /** For what is found out only when a valid configuration is carried out. */
  public static ConfigurationException of(String message) {
    return new ConfigurationException(message);
  }

  /** Always there. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
