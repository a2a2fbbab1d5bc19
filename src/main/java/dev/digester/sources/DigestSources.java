package dev.digester.sources;

import dev.digester.reference.ImageReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What some files know together; of two that contradict, the first counts. */
public final class DigestSources {
  private final Map<String, Placed> byReference = new LinkedHashMap<>();
  private final Map<String, Placed> byName = new LinkedHashMap<>();
  private final List<String> warnings = new ArrayList<>();

  private record Placed(Known known, String path) {}

  private DigestSources() {}

  /** All of some files, in their order. */
  public static DigestSources of(List<SourceFile> files) {
    DigestSources all = new DigestSources();
    for (SourceFile file : files) {
      all.warnings.addAll(file.warnings());
      file.known().forEach(known -> all.add(known, file.path()));
    }
    return all;
  }

  private void add(Known known, String path) {
    Map<String, Placed> map =
        switch (known) {
          case Known.OfReference _ -> byReference;
          case Known.OfName _ -> byName;
        };
    Placed before = map.putIfAbsent(known.key(), new Placed(known, path));
    if (before != null && !said(before.known()).equals(said(known))) {
      warnings.add(
          "%s: %s is %s here and %s in %s, which counts"
              .formatted(path, known.key(), said(known), said(before.known()), before.path()));
    }
  }

  private static String said(Known known) {
    return switch (known) {
      case Known.OfReference(_, var digest, _) -> digest.toString();
      case Known.OfName(_, var replacement) -> replacement.written();
    };
  }

  /** What was passed over and what contradicts, one line each. */
  public List<String> warnings() {
    return List.copyOf(warnings);
  }

  /**
   * What the files know about an image. One that has a digest is no one's to change, so nothing is
   * known about it.
   */
  public Optional<FileAnswer> find(ImageReference reference) {
    if (reference.digest().isPresent()) {
      return Optional.empty();
    }
    return Optional.ofNullable(byName.get(Known.nameOf(reference)))
        .or(() -> Optional.ofNullable(byReference.get(Known.keyOf(reference))))
        .or(() -> latest(reference))
        .map(placed -> answer(placed.known(), placed.path()));
  }

  /** A digest of {@code x:latest} is that of {@code x}. */
  private Optional<Placed> latest(ImageReference reference) {
    return reference.tag().isPresent()
        ? Optional.empty()
        : Optional.ofNullable(byReference.get(reference.canonical()));
  }

  private static FileAnswer answer(Known known, String path) {
    return switch (known) {
      case Known.OfReference(_, var digest, var mediaType) ->
          new FileAnswer.Pinned(digest, mediaType, path);
      case Known.OfName(_, var replacement) -> new FileAnswer.Replaced(replacement, path);
    };
  }
}
