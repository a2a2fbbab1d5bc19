package dev.digester.sources;

import dev.digester.document.Key;
import dev.digester.document.Mapping;
import dev.digester.document.Scalar;
import dev.digester.reference.Digest;
import dev.digester.reference.ImageReference;
import java.util.Optional;

/** {@code --metadata-file} of buildx: of a build, of several by their targets, of imagetools. */
final class BuildxMetadata {
  private static final Key DIGEST = Key.of("containerimage.digest");
  private static final Key DESCRIPTOR = Key.of("containerimage.descriptor");
  private static final Key IN_DESCRIPTOR = Key.of("digest");
  private static final Key MEDIA_TYPE = Key.of("mediaType");
  private static final Key NAME = Key.of("image.name");

  private final Collected found;

  BuildxMetadata(Collected found) {
    this.found = found;
  }

  static boolean isOne(Mapping root) {
    return isImage(root) || root.entries().stream().anyMatch(BuildxMetadata::isTarget);
  }

  private static boolean isImage(Mapping mapping) {
    return mapping.text(DIGEST).isPresent() || mapping.mapping(DESCRIPTOR).isPresent();
  }

  private static boolean isTarget(Mapping.Entry entry) {
    return entry.value() instanceof Mapping target && isImage(target);
  }

  void read(Mapping root) {
    if (isImage(root)) {
      image(root, "the image");
      return;
    }
    for (Mapping.Entry entry : root.entries()) {
      if (isTarget(entry) && entry.key() instanceof Scalar name) {
        image((Mapping) entry.value(), "target " + name.value());
      }
    }
  }

  private void image(Mapping image, String what) {
    Optional<Mapping> descriptor = image.mapping(DESCRIPTOR);
    String digest =
        image
            .text(DIGEST)
            .or(() -> descriptor.flatMap(inner -> inner.text(IN_DESCRIPTOR)))
            .orElse("");
    Digest checked = found.digest(image, digest);
    String names = image.text(NAME).orElse("");
    if (names.isBlank()) {
      found.passedOver(image, what, "it has no name");
      return;
    }
    for (String name : names.split(",", -1)) {
      ImageReference reference = found.reference(image, name.strip());
      found.add(
          new Known.OfReference(
              reference, checked, descriptor.flatMap(inner -> inner.text(MEDIA_TYPE))));
    }
  }
}
