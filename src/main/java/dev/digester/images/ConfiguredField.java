package dev.digester.images;

import dev.digester.config.Expression;
import dev.digester.config.FieldPattern;
import dev.digester.config.FieldSpec;
import dev.digester.document.Document;
import dev.digester.document.FieldPath;
import dev.digester.document.Node;
import dev.digester.document.Scalar;
import dev.digester.images.ImageField.Place;
import dev.digester.krm.Resource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A place that a configuration names, found in the resources that it selects. */
final class ConfiguredField {
  private final FieldSpec spec;
  private final Optional<Expression> pattern;

  ConfiguredField(FieldSpec spec) {
    this.spec = spec;
    this.pattern = spec.pattern().map(text -> Expression.of("pattern", text));
  }

  /** The kind of the resources that may have the field; empty: any. */
  Optional<String> kind() {
    return spec.kind();
  }

  void forEach(Resource resource, InnerDocuments documents, Consumer<ImageField> visitor) {
    if (selects(resource)) {
      FieldWalk.from(
          resource.node(),
          spec.path(),
          (node, path) -> {
            ImageField field = ImageField.whole(resource, Place.of(path, node));
            value(field.skipped(SkipAnnotation.skips(field)), documents, visitor);
          });
    }
  }

  /** Whether the field is looked for in a resource. */
  boolean selects(Resource resource) {
    return matches(spec.group(), resource::group)
        && matches(spec.version(), resource::version)
        && matches(spec.kind(), () -> resource.kind().orElse(""))
        && matches(spec.name(), () -> resource.name().orElse(""))
        && matches(spec.namespace(), () -> resource.namespace().orElse(""));
  }

  /** What is not asked for is not looked up: most fields name one or two of these. */
  private static boolean matches(Optional<String> wanted, Supplier<String> found) {
    return wanted.isEmpty() || wanted.get().equals(found.get());
  }

  private void value(ImageField field, InnerDocuments documents, Consumer<ImageField> visitor) {
    boolean embedded = spec.format().isPresent() && spec.innerPath().isPresent();
    if (!embedded || !(field.place().node() instanceof Scalar holder)) {
      part(field, visitor);
      return;
    }
    if (holder.isNull()) {
      return;
    }
    switch (documents.of(holder, spec.format().orElseThrow())) {
      case InnerDocuments.Reading.Unreadable(String reason) ->
          visitor.accept(field.with(new Content.NoText(reason)));
      case InnerDocuments.Reading.Read(Document document) ->
          inside(field, holder, document, visitor);
    }
  }

  private void inside(
      ImageField field, Scalar holder, Document document, Consumer<ImageField> visitor) {
    FieldPattern path = spec.innerPath().orElseThrow();
    for (Node root : document.roots()) {
      FieldWalk.from(root, path, (node, inner) -> part(at(field, holder, inner, node), visitor));
    }
  }

  private static ImageField at(ImageField field, Scalar holder, FieldPath inner, Node node) {
    Place place = new Place(field.place().path(), holder, inner);
    Content content =
        node instanceof Scalar scalar
            ? Content.Text.of(holder, scalar)
            : new Content.NoText(Judge.written(node) + " is not a string");
    return new ImageField(field.resource(), place, content, false, field.skipped());
  }

  /** The whole of a text, or the part of it that the pattern finds. */
  private void part(ImageField field, Consumer<ImageField> visitor) {
    if (pattern.isEmpty()) {
      visitor.accept(field);
    } else if (field.content() instanceof Content.Text text) {
      pattern
          .get()
          .firstGroup(text.text())
          .map(part -> field.with(text.part(part.start(), part.end())))
          .ifPresent(visitor);
    }
  }
}
