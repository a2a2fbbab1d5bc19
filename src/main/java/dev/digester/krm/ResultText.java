package dev.digester.krm;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes results as elements of a list's {@code results}. */
final class ResultText {
  /** How an element is written: as a block of YAML, or as one line of JSON. */
  interface Layout {
    void begin();

    /** A part, or a member of one, that is a text. */
    void text(ResultPart part, String value);

    /** A part, or a member of one, that is a number. */
    void number(ResultPart part, int value);

    /** Begins a part that has members. */
    void open(ResultPart part);

    /** A member with a key of its own. */
    void tag(Result.Tag tag);

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
    layout.text(ResultPart.MESSAGE, result.message());
    layout.text(ResultPart.SEVERITY, result.severity().toString());
    if (result.resource().isPresent()) {
      about(subject(result.resource().get()), result.field());
    }
    tags(result.tags());
    layout.end();
  }

  private void about(Subject subject, Optional<Result.Field> field) {
    reference(subject.ref());
    if (field.isPresent()) {
      field(field.get());
    }
    if (subject.origin().isPresent()) {
      file(subject.origin().get());
    }
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
    layout.open(ResultPart.RESOURCE_REF);
    layout.text(ResultPart.API_VERSION, ref.apiVersion());
    layout.text(ResultPart.KIND, ref.kind());
    layout.text(ResultPart.NAME, ref.name());
    text(ResultPart.NAMESPACE, ref.namespace());
    layout.close();
  }

  private void field(Result.Field field) {
    layout.open(ResultPart.FIELD);
    layout.text(ResultPart.FIELD_PATH, field.path());
    text(ResultPart.CURRENT_VALUE, field.currentValue());
    text(ResultPart.PROPOSED_VALUE, field.proposedValue());
    layout.close();
  }

  private void file(Origin origin) {
    layout.open(ResultPart.FILE);
    layout.text(ResultPart.FILE_PATH, origin.path());
    layout.number(ResultPart.FILE_INDEX, origin.index());
    layout.close();
  }

  private void text(ResultPart part, Optional<String> value) {
    if (value.isPresent()) {
      layout.text(part, value.get());
    }
  }

  private void tags(List<Result.Tag> tags) {
    if (!tags.isEmpty()) {
      layout.open(ResultPart.TAGS);
      tags.forEach(layout::tag);
      layout.close();
    }
  }
}
