package dev.digester.sources;

import dev.digester.document.Key;
import dev.digester.document.Mapping;
import dev.digester.document.Node;
import dev.digester.document.Scalar;
import dev.digester.document.Sequence;
import dev.digester.reference.Digest;
import dev.digester.reference.ImageReference;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What Skaffold and Jib write after a build. */
final class BuildResults {
  private static final Key BUILDS = Key.of("builds");
  private static final Key IMAGE_NAME = Key.of("imageName");
  private static final Key TAG = Key.of("tag");
  private static final Key IMAGE = Key.of("image");
  private static final Key IMAGE_DIGEST = Key.of("imageDigest");
  private static final Key TAGS = Key.of("tags");
  private static final Key PUSHED = Key.of("imagePushed");
  private static final String KO = "ko://";

  private final Collected found;

  BuildResults(Collected found) {
    this.found = found;
  }

  /** {@code skaffold build --file-output}: a name becomes its tag. */
  void artifacts(Mapping root) {
    for (Node node : root.sequence(BUILDS).map(Sequence::elements).orElse(List.of())) {
      if (!(node instanceof Mapping build)) {
        throw found.wrong(node.line(), "a build must have 'imageName' and 'tag'");
      }
      String name = found.required(build, IMAGE_NAME, "a build");
      String tag = found.required(build, TAG, "the build of " + name);
      String plain = name.startsWith(KO) ? name.substring(KO.length()) : name;
      ImageReference reference = found.reference(build, plain.toLowerCase(Locale.ROOT));
      found.add(new Known.OfName(reference, found.reference(build, tag)));
    }
  }

  /** {@code jib-image.json}: the image without a tag and with each of its tags. */
  void jib(Mapping root) {
    ImageReference image = found.reference(root, found.required(root, IMAGE, "an image of Jib"));
    Digest digest = found.digest(root, root.text(IMAGE_DIGEST).orElse(""));
    if (root.text(PUSHED).filter("false"::equals).isPresent()) {
      found.passedOver(root, image.written(), "it was not pushed");
      return;
    }
    ImageReference name = found.reference(root, Known.nameOf(image));
    found.add(new Known.OfReference(name, digest, Optional.empty()));
    for (Node node : root.sequence(TAGS).map(Sequence::elements).orElse(List.of())) {
      String tag = node instanceof Scalar scalar ? scalar.value() : "";
      found.add(new Known.OfReference(found.tagged(node, image, tag), digest, Optional.empty()));
    }
  }
}
