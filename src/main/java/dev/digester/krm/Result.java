package dev.digester.krm;

import dev.digester.document.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Something that a function has to say, shaped as the {@code results} of the KRM Functions
 * Specification.
 *
 * @param message for people; one that is an error names the value and the cause, since clients show
 *     little else
 * @param resource the resource that it is about
 * @param field the field that it is about; only together with a resource
 * @param node where in the input, for the order of results and the line that is shown; not part of
 *     the output
 * @param tags for machines; in the order given
 */
public record Result(
    Severity severity,
    String message,
    Optional<Resource> resource,
    Optional<Field> field,
    Optional<Node> node,
    Map<String, String> tags) {

  /**
   * A field of a result.
   *
   * @param path as {@code spec.template.spec.containers[0].image}
   * @param currentValue what the field reads in the input
   * @param proposedValue what it reads in the output
   */
  public record Field(String path, Optional<String> currentValue, Optional<String> proposedValue) {

    /** A field that is spoken of and stays. */
    public static Field read(String path, String currentValue) {
      return new Field(path, Optional.of(currentValue), Optional.empty());
    }

    /** A field that changes. */
    public static Field changed(String path, String currentValue, String proposedValue) {
      return new Field(path, Optional.of(currentValue), Optional.of(proposedValue));
    }
  }

  public Result {
    if (field.isPresent() && resource.isEmpty()) {
      throw new IllegalArgumentException("a field needs its resource: " + field);
    }
  }

  public static Result of(Severity severity, String message) {
    return new Result(
        severity, message, Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
  }

  public static Result error(String message) {
    return of(Severity.ERROR, message);
  }

  public static Result warning(String message) {
    return of(Severity.WARNING, message);
  }

  public static Result info(String message) {
    return of(Severity.INFO, message);
  }

  /** For a result that is about a resource, but about no place in it that needs to be shown. */
  public Result about(Resource owner) {
    return new Result(severity, message, Optional.of(owner), field, node, tags);
  }

  public Result on(Resource owner) {
    Optional<Node> where = node.or(() -> Optional.of(owner.node()));
    return new Result(severity, message, Optional.of(owner), field, where, tags);
  }

  public Result at(Field about, Node where) {
    return new Result(severity, message, resource, Optional.of(about), Optional.of(where), tags);
  }

  /** For a result that is about a place of the input, but about no field of a resource. */
  public Result at(Node where) {
    return new Result(severity, message, resource, field, Optional.of(where), tags);
  }

  public Result tag(String name, String value) {
    return tagged(Map.of(name, value));
  }

  /** With these tags behind the others. */
  public Result tagged(Map<String, String> others) {
    Map<String, String> more = new LinkedHashMap<>(tags);
    more.putAll(others);
    return new Result(severity, message, resource, field, node, more);
  }

  /** Whether it reports that a field has another value now. */
  public boolean isChange() {
    return field.flatMap(Field::proposedValue).isPresent();
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
