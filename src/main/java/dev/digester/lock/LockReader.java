package dev.digester.lock;

import dev.digester.document.Document;
import dev.digester.document.Key;
import dev.digester.document.Mapping;
import dev.digester.document.Node;
import dev.digester.document.Scalar;
import dev.digester.document.Sequence;
import dev.digester.document.read.Documents;
import dev.digester.document.text.DocumentException;
import dev.digester.document.text.SourceText;
import dev.digester.lock.ImageLock.Written;
import dev.digester.reference.Digest;
import dev.digester.reference.ImageReference;
import dev.digester.reference.InvalidReferenceException;
import dev.digester.reference.Platform;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one lock and stops at the first thing that is wrong. */
final class LockReader {
  static final Key VERSION = Key.of("apiVersion");
  static final Key KIND = Key.of("kind");
  static final Key IMAGES = Key.of("images");
  static final Key NAME = Key.of("name");
  static final Key DIGEST = Key.of("digest");
  static final Key MEDIA_TYPE = Key.of("mediaType");
  static final Key PLATFORMS = Key.of("platforms");

  private final String path;
  private final Mapping root;
  private final Map<String, Written> entries = new LinkedHashMap<>();

  LockReader(String path, Mapping root) {
    this.path = path;
    this.root = root;
  }

  static ImageLock file(String path, String text) {
    checkMerged(path, text);
    Document document;
    try {
      document = Documents.read(SourceText.of(text));
    } catch (DocumentException e) {
      throw new LockException(path, e.line(), "it is not YAML: " + e.getMessage());
    }
    List<Node> roots =
        document.roots().stream()
            .filter(root -> !(root instanceof Scalar scalar && scalar.isNull()))
            .toList();
    if (roots.size() != 1 || !(roots.getFirst() instanceof Mapping root)) {
      int line = roots.size() < 2 ? 1 : roots.get(1).line();
      throw new LockException(path, line, "it must be one document of kind ImageLock");
    }
    if (!ImageLock.isLock(root)) {
      throw new LockException(
          path, root.line(), "it is not an ImageLock of apiVersion " + ImageLock.API_VERSION);
    }
    return new LockReader(path, root).read();
  }

  /** git writes a mark at the start of a line, seven times the same character. */
  private static void checkMerged(String path, String text) {
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith("<<<<<<<") || line.startsWith(">>>>>>>") || line.equals("=======")) {
        throw new LockException(
            path, i + 1, "it has the marks of a merge conflict; keep the lines that are right");
      }
    }
  }

  ImageLock read() {
    Optional<Node> images = root.get(IMAGES);
    if (images.isPresent()) {
      switch (images.get()) {
        case Sequence sequence -> sequence.elements().forEach(this::entry);
        case Scalar scalar when scalar.isNull() -> {}
        case Scalar _, Mapping _ -> throw wrong(images.get(), "'images' must be a list");
      }
    }
    return new ImageLock(path, root, entries);
  }

  private void entry(Node node) {
    if (!(node instanceof Mapping mapping)) {
      throw wrong(node, "an entry must have 'name' and 'digest'");
    }
    LockEntry entry =
        new LockEntry(name(mapping), digest(mapping), mapping.text(MEDIA_TYPE), platforms(mapping));
    Written before = entries.putIfAbsent(entry.canonical(), new Written(entry, mapping));
    if (before != null && !before.entry().digest().equals(entry.digest())) {
      throw wrong(
          mapping,
          "%s has two digests; the other one is in line %d"
              .formatted(entry.name(), before.node().line()));
    }
  }

  private ImageReference name(Mapping entry) {
    String name = entry.text(NAME).orElseThrow(() -> wrong(entry, "an entry must have a 'name'"));
    ImageReference reference;
    try {
      reference = ImageReference.parse(name);
    } catch (InvalidReferenceException e) {
      throw wrong(at(entry, NAME), e.getMessage());
    }
    if (reference.digest().isPresent()) {
      throw wrong(at(entry, NAME), "'name' must not have a digest; it belongs to 'digest'");
    }
    return reference;
  }

  private Digest digest(Mapping entry) {
    String digest =
        entry
            .text(DIGEST)
            .orElseThrow(() -> wrong(entry, entry.text(NAME).orElse("") + " has no 'digest'"));
    return Digest.parse(digest)
        .orElseThrow(() ->
            wrong(
                at(entry, DIGEST),
                "the digest of %s must be sha256: and 64 digits of 0-9 and a-f"
                    .formatted(entry.text(NAME).orElse(""))));
  }

  private List<Platform> platforms(Mapping entry) {
    Optional<Node> written = entry.get(PLATFORMS);
    if (written.isEmpty() || (written.get() instanceof Scalar scalar && scalar.isNull())) {
      return List.of();
    }
    if (!(written.get() instanceof Sequence sequence)) {
      throw wrong(written.get(), "'platforms' must be a list");
    }
    List<Platform> platforms = new ArrayList<>();
    for (Node node : sequence.elements()) {
      platforms.add(
          Optional.of(node)
              .filter(Scalar.class::isInstance)
              .flatMap(scalar -> Platform.parse(((Scalar) scalar).value()))
              .orElseThrow(() -> wrong(node, "a platform must be os/arch or os/arch/variant")));
    }
    return platforms;
  }

  private static Node at(Mapping entry, Key key) {
    return entry.get(key).orElse(entry);
  }

  private LockException wrong(Node node, String reason) {
    return new LockException(path, node.line(), reason);
  }
}
