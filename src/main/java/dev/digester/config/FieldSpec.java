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
 * @param pattern an {@link Expression} whose group 1 is the reference inside the value
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

  /** A place in resources of a kind, in any version; the group is any where it is empty. */
  public static FieldSpec of(String group, String kind, String path) {
    return new FieldSpec(
        FieldPattern.parse(path),
        Optional.of(group).filter(text -> !text.isEmpty()),
        Optional.empty(),
        Optional.of(kind).filter(text -> !text.isEmpty()),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same, where the value is longer than the reference. */
  FieldSpec holding(String reference) {
    return new FieldSpec(
        path,
        group,
        version,
        kind,
        name,
        namespace,
        create,
        Optional.of(reference),
        format,
        innerPath);
  }

  /** The same as kustomize means it: what is empty text counts as absent. */
  FieldSpec asKustomize() {
    return new FieldSpec(
        path,
        group.filter(text -> !text.isEmpty()),
        version.filter(text -> !text.isEmpty()),
        kind.filter(text -> !text.isEmpty()),
        name,
        namespace,
        create,
        pattern,
        format,
        innerPath);
  }

  private static void checkGroup(String pattern) {
    if (Expression.of("pattern", pattern).groups() == 0) {
      throw new IllegalArgumentException(
          "pattern must have a group in parentheses that holds the reference, but it is "
              + Words.literal(pattern));
    }
  }
}
