package dev.digester.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;

/**
 * What the value of a setter must be.
 *
 * @param type what the text must read as; empty: anything
 * @param required whether it is an error that no source sets it
 * @param pattern an {@link Expression} that must be found in the text
 * @param allowed the texts that are accepted, each as it was written; empty: any
 * @param fallback the value where no source sets it
 * @param description for people
 */
public record SetterSchema(
    Optional<Type> type,
    boolean required,
    Optional<String> pattern,
    @JsonProperty("enum") List<SetterValue.Text> allowed,
    @JsonProperty("default") Optional<Default> fallback,
    Optional<String> description) {

  /**
   * The value where no source sets one. A type of its own, since a default that is null is none,
   * where a setter that is null is empty text.
   */
  public record Default(SetterValue value) {}

  /** What a text reads as. */
  public enum Type implements Word {
    STRING,
    INTEGER,
    NUMBER,
    BOOLEAN,
    ARRAY;

    static Type of(String word) {
      return Word.of(values(), word);
    }
  }

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if the pattern is not an expression
   */
  public SetterSchema {
    allowed = List.copyOf(allowed);
    pattern.ifPresent(expression -> Expression.of("pattern", expression));
  }
}
