package dev.digester.sources;

import dev.digester.document.Document;
import dev.digester.document.Key;
import dev.digester.document.Mapping;
import dev.digester.document.Node;
import dev.digester.document.Scalar;
import dev.digester.document.read.Documents;
import dev.digester.document.text.DocumentException;
import dev.digester.document.text.SourceText;
import dev.digester.lock.ImageLock;
import dev.digester.lock.LockEntry;
import dev.digester.lock.LockException;
import dev.digester.reference.Digest;
import java.util.List;
import java.util.Optional;

/** Tells by its content what a file is. */
final class SourceReader {
  static final String SHAPES =
      "it is none of: artifacts.json of Skaffold, jib-image.json, ImageLock, Config of kbld,"
          + " ImagesLock of imgpkg, metadata file of buildx, image-refs of ko, OCI layout";

  private static final Key API_VERSION = Key.of("apiVersion");
  private static final Key KIND = Key.of("kind");
  private static final Key BUILDS = Key.of("builds");
  private static final Key IMAGE_DIGEST = Key.of("imageDigest");
  private static final Key MANIFESTS = Key.of("manifests");

  private final Collected found;

  SourceReader(String path) {
    this.found = new Collected(path);
  }

  SourceFile read(String content) {
    if (Digest.parse(content.strip()).isPresent()) {
      throw found.wrong("it holds a digest and does not say of which image");
    }
    if (ImageRefs.areIn(content)) {
      new ImageRefs(found).read(content);
      return found.file();
    }
    Document document = parse(content);
    List<Mapping> roots =
        document.roots().stream()
            .filter(Mapping.class::isInstance)
            .map(Mapping.class::cast)
            .toList();
    boolean others = document.roots().stream().anyMatch(SourceReader::isContent);
    if (roots.isEmpty() || others) {
      throw found.wrong(SHAPES);
    }
    if (ImageLock.isLock(roots.getFirst())) {
      lock(content);
    } else {
      roots.forEach(this::mapping);
    }
    return found.file();
  }

  SourceFile readLayout(String index) {
    Node root = parse(index).roots().getFirst();
    if (!(root instanceof Mapping mapping) || mapping.sequence(MANIFESTS).isEmpty()) {
      throw found.wrong("its index.json is not an image index");
    }
    new LayoutIndex(found).read(mapping);
    return found.file();
  }

  private Document parse(String content) {
    try {
      return Documents.read(SourceText.of(content));
    } catch (DocumentException e) {
      throw found.wrong(e.line(), SHAPES);
    }
  }

  private static boolean isContent(Node root) {
    return !(root instanceof Mapping) && !(root instanceof Scalar scalar && scalar.isNull());
  }

  private void mapping(Mapping root) {
    Optional<String> version = root.text(API_VERSION);
    String kind = root.text(KIND).orElse("");
    if (version.isPresent() && version.get().startsWith("kbld.k14s.io/") && kind.equals("Config")) {
      new KbldLocks(found).config(root);
    } else if (version.isPresent()
        && version.get().startsWith("imgpkg.carvel.dev/")
        && kind.equals("ImagesLock")) {
      new KbldLocks(found).imagesLock(root);
    } else if (root.entries().isEmpty() || root.sequence(BUILDS).isPresent()) {
      new BuildResults(found).artifacts(root);
    } else if (root.text(IMAGE_DIGEST).isPresent()) {
      new BuildResults(found).jib(root);
    } else if (BuildxMetadata.isOne(root)) {
      new BuildxMetadata(found).read(root);
    } else if (root.sequence(MANIFESTS).isPresent() && version.isEmpty()) {
      new LayoutIndex(found).read(root);
    } else {
      throw found.wrong(root.line(), SHAPES);
    }
  }

  private void lock(String content) {
    try {
      ImageLock.read(found.path(), content)
          .entries()
          .forEach(entry ->
              found.add(
                  new Known.OfReference(
                      LockEntry.normalised(entry.name()), entry.digest(), entry.mediaType())));
    } catch (LockException e) {
      throw new SourceException(e);
    }
  }
}
