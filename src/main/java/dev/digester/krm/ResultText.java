package dev.digester.krm;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes results as elements of a list's {@code results}. The parts and their order are those of
 * the specification's schema: message, severity, resourceRef, field, file, tags.
 */
final class ResultText {
  /** How an element is written: as a block of YAML, or as one line of JSON. */
  interface Layout {
    void begin();

    /** A part that is a text. */
    void text(String name, String value);

    /** Begins a part that has members. */
    void open(String name);

    /** A member that is a text. */
    void member(String name, String value);

    /** A member that is a number. */
    void member(String name, int value);

    /** Ends a part that has members. */
    void close();

    void end();
  }

  /** What results about one resource have in common. */
  private record Subject(Resource resource, ResourceRef ref, Optional<Origin> origin) {}

  private final ResourceList list;
  private final Layout layout;

  /** Of the result before: those about one resource follow each other. */
  private @Nullable Subject last;

  /**
   * A text of elements.
   *
   * @param list what the results are about
   */
  ResultText(ResourceList list, Layout layout) {
    this.list = list;
    this.layout = layout;
  }

  /** Writes an element. */
  void add(Result result) {
    layout.begin();
    layout.text("message", result.message());
    layout.text("severity", result.severity().toString());
    Optional<Subject> subject = result.resource().map(this::subject);
    subject.ifPresent(about -> reference(about.ref()));
    result.field().ifPresent(this::field);
    subject.flatMap(Subject::origin).ifPresent(this::file);
    tags(result.tags());
    layout.end();
  }

  private Subject subject(Resource resource) {
    Subject known = last;
    if (known == null || !known.resource().equals(resource)) {
      known = new Subject(resource, resource.ref(), list.origin(resource));
      last = known;
    }
    return known;
  }

  private void reference(ResourceRef ref) {
    layout.open("resourceRef");
    layout.member("apiVersion", ref.apiVersion());
    layout.member("kind", ref.kind());
    layout.member("name", ref.name());
    ref.namespace().ifPresent(namespace -> layout.member("namespace", namespace));
    layout.close();
  }

  private void field(Result.Field field) {
    layout.open("field");
    layout.member("path", field.path());
    field.currentValue().ifPresent(value -> layout.member("currentValue", value));
    field.proposedValue().ifPresent(value -> layout.member("proposedValue", value));
    layout.close();
  }

  private void file(Origin origin) {
    layout.open("file");
    layout.member("path", origin.path());
    layout.member("index", origin.index());
    layout.close();
  }

  private void tags(List<Result.Tag> tags) {
    if (!tags.isEmpty()) {
      layout.open("tags");
      tags.forEach(tag -> layout.member(tag.name(), tag.value()));
      layout.close();
    }
  }
}
