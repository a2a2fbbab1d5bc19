package dev.digester.krm;

import dev.digester.document.Node;
import java.util.ArrayList;
import java.util.List;
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
 * @param tags for machines; in the order given, each name once
 */
public record Result(
    Severity severity,
    String message,
    Optional<Resource> resource,
    Optional<Field> field,
    Optional<Node> node,
    List<Tag> tags) {

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

    /** A field of which its values are not told. */
    public static Field named(String path) {
      return new Field(path, Optional.empty(), Optional.empty());
    }

    /** A field that changes. */
    public static Field changed(String path, String currentValue, String proposedValue) {
      return new Field(path, Optional.of(currentValue), Optional.of(proposedValue));
    }
  }

  /** A word for machines, by its name. */
  public record Tag(String name, String value) {}

  public Result {
    if (field.isPresent() && resource.isEmpty()) {
      throw new IllegalArgumentException("a field needs its resource: " + field);
    }
    tags = List.copyOf(tags);
  }

  public static Result of(Severity severity, String message) {
    return new Result(
        severity, message, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
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

  /** With a field of the resource, the place of which the message tells itself. */
  public Result with(Field about) {
    return new Result(severity, message, resource, Optional.of(about), node, tags);
  }

  public Result on(Resource owner) {
    Optional<Node> where = node.or(() -> Optional.of(owner.node()));
    return new Result(severity, message, Optional.of(owner), field, where, tags);
  }

  /** For a result that is about a field of a resource, which is at a place of the input. */
  public Result on(Resource owner, Field about, Node where) {
    return new Result(
        severity, message, Optional.of(owner), Optional.of(about), Optional.of(where), tags);
  }

  /** With one more tag, after the others. */
  public Result tag(String name, String value) {
    List<Tag> more = new ArrayList<>(tags);
    more.add(new Tag(name, value));
    return tagged(more);
  }

  /** With these tags only. */
  public Result tagged(List<Tag> all) {
    return new Result(severity, message, resource, field, node, all);
  }

  /** Whether it reports that a field has another value now. */
  public boolean isChange() {
    return field.isPresent() && field.get().proposedValue().isPresent();
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** Whether one of them is an error. */
  public static boolean anyError(List<Result> results) {
    for (Result result : results) {
      if (result.isError()) {
        return true;
      }
    }
    return false;
  }
}
