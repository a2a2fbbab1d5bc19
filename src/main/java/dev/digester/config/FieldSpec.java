package dev.digester.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.Optional;

/**
 * A place where resources hold images, as a fieldSpec of kustomize; what is empty does not matter.
 *
 * @param path from the resource to the value
 * @param group of the resource's apiVersion; {@code ""} is the core group
 * @param version of the resource's apiVersion
 * @param kind of the resource
 * @param name of the resource
 * @param namespace of the resource
 * @param create accepted as kustomize writes it, without effect
 * @param pattern a regular expression (java.util.regex) whose group 1 is the reference inside the
 *     value
 * @param format of the text that the value holds
 * @param innerPath from the root of that text to the reference
 */
public record FieldSpec(
    @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL) FieldPattern path,
    Optional<String> group,
    Optional<String> version,
    Optional<String> kind,
    Optional<String> name,
    Optional<String> namespace,
    boolean create,
    Optional<String> pattern,
    Optional<Format> format,
    Optional<FieldPattern> innerPath) {

  /** What a value holds that is a document of its own. */
  public enum Format implements Word {
    YAML,
    JSON;

    static Format of(String word) {
      return Word.of(values(), word);
    }
  }

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if the pattern has no group, or of format and innerPath only
   *     one is there
   */
  public FieldSpec {
    if (format.isPresent() != innerPath.isPresent()) {
      throw new IllegalArgumentException("format and innerPath must be given together");
    }
    pattern.ifPresent(FieldSpec::checkGroup);
  }

  private static void checkGroup(String pattern) {
    if (Expression.compile("pattern", pattern).matcher("").groupCount() == 0) {
      throw new IllegalArgumentException(
          "pattern must have a group in parentheses that holds the reference, but it is "
              + Words.literal(pattern));
    }
  }
}
