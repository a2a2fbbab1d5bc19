package dev.digester.sources;

import dev.digester.document.Key;
import dev.digester.document.Mapping;
import dev.digester.document.Node;
import dev.digester.document.Sequence;
import dev.digester.reference.Digest;
import dev.digester.reference.ImageReference;
import java.util.List;
import java.util.Optional;

/** The {@code index.json} of an OCI image layout. */
final class LayoutIndex {
  private static final Key MANIFESTS = Key.of("manifests");
  private static final Key DIGEST = Key.of("digest");
  private static final Key MEDIA_TYPE = Key.of("mediaType");
  private static final Key ANNOTATIONS = Key.of("annotations");

  /** What containerd and buildx write: the whole name. */
  private static final Key CONTAINERD_NAME = Key.of("io.containerd.image.name");

  /** A whole name, or a tag only, which does not say of what. */
  private static final Key REF_NAME = Key.of("org.opencontainers.image.ref.name");

  private final Collected found;

  LayoutIndex(Collected found) {
    this.found = found;
  }

  void read(Mapping index) {
    for (Node node : index.sequence(MANIFESTS).map(Sequence::elements).orElse(List.of())) {
      if (node instanceof Mapping manifest) {
        manifest(manifest);
      } else {
        throw found.wrong(node.line(), "a manifest must have 'digest'");
      }
    }
  }

  private void manifest(Mapping manifest) {
    String text = found.required(manifest, DIGEST, "a manifest");
    Digest digest = found.digest(manifest, text);
    Optional<Mapping> annotations = manifest.mapping(ANNOTATIONS);
    Optional<String> name =
        annotations
            .flatMap(all -> all.text(CONTAINERD_NAME))
            .or(() -> annotations.flatMap(all -> all.text(REF_NAME)).filter(LayoutIndex::isName));
    if (name.isEmpty()) {
      found.passedOver(manifest, text, "it does not say the name of its image");
      return;
    }
    ImageReference reference = found.reference(manifest, name.get());
    if (reference.digest().isEmpty()) {
      found.add(new Known.OfReference(reference, digest, manifest.text(MEDIA_TYPE)));
    }
  }

  private static boolean isName(String refName) {
    return refName.indexOf('/') >= 0 || refName.indexOf(':') >= 0;
  }
}
