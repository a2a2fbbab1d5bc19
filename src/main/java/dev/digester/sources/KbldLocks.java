package dev.digester.sources;

import dev.digester.document.Key;
import dev.digester.document.Mapping;
import dev.digester.document.Node;
import dev.digester.document.Sequence;
import dev.digester.reference.Digest;
import dev.digester.reference.ImageReference;
import java.util.List;
import java.util.Optional;

/** What kbld writes: its own lock and that of imgpkg. */
final class KbldLocks {
  private static final Key OVERRIDES = Key.of("overrides");
  private static final Key IMAGE = Key.of("image");
  private static final Key NEW_IMAGE = Key.of("newImage");
  private static final Key PRERESOLVED = Key.of("preresolved");
  private static final Key IMAGES = Key.of("images");
  private static final Key ANNOTATIONS = Key.of("annotations");
  private static final Key ID = Key.of("kbld.carvel.dev/id");

  private final Collected found;

  KbldLocks(Collected found) {
    this.found = found;
  }

  /** A Config; only what is resolved already is a digest, the rest are rules. */
  void config(Mapping root) {
    for (Node node : root.sequence(OVERRIDES).map(Sequence::elements).orElse(List.of())) {
      if (node instanceof Mapping override) {
        override(override);
      } else {
        throw found.wrong(node.line(), "an override must have 'image' and 'newImage'");
      }
    }
  }

  private void override(Mapping override) {
    Optional<String> image = override.text(IMAGE);
    String newImage = override.text(NEW_IMAGE).orElse("");
    boolean preresolved = override.text(PRERESOLVED).filter("true"::equals).isPresent();
    if (image.isEmpty() || !preresolved) {
      found.passedOver(
          override, image.orElse("an override"), "it is a rule of kbld and not a digest");
      return;
    }
    pair(override, image.get(), newImage);
  }

  private void pair(Mapping at, String image, String newImage) {
    ImageReference name = found.reference(at, image);
    ImageReference resolved = found.reference(at, newImage);
    Optional<Digest> digest = found.digestOf(at, resolved);
    if (name.digest().isPresent() || digest.isEmpty()) {
      return;
    }
    if (Known.nameOf(name).equals(Known.nameOf(resolved))) {
      found.add(new Known.OfReference(name, digest.get(), Optional.empty()));
    } else {
      found.passedOver(at, image, "it is relocated to " + Known.nameOf(resolved));
    }
  }

  /** An ImagesLock; without the annotation of kbld an entry does not say whose digest it is. */
  void imagesLock(Mapping root) {
    for (Node node : root.sequence(IMAGES).map(Sequence::elements).orElse(List.of())) {
      if (!(node instanceof Mapping entry)) {
        throw found.wrong(node.line(), "an image must have 'image'");
      }
      String image = found.required(entry, IMAGE, "an image");
      Optional<String> id = entry.mapping(ANNOTATIONS).flatMap(all -> all.text(ID));
      id.ifPresentOrElse(
          written -> pair(entry, written, image),
          () -> found.passedOver(entry, image, "it has no annotation " + ID));
    }
  }
}
