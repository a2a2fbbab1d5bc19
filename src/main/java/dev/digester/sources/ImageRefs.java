package dev.digester.sources;

import dev.digester.reference.ImageReference;
import dev.digester.reference.InvalidReferenceException;
import java.util.List;
import java.util.Optional;

/**
 * Lines of references with digests, as {@code ko --image-refs} and {@code digester resolve
 * --image-refs} write them. ko writes an index before the images in it, all under one name, so the
 * first line of a name counts.
 */
final class ImageRefs {
  private final Collected found;

  ImageRefs(Collected found) {
    this.found = found;
  }

  static boolean areIn(String content) {
    List<String> lines = lines(content);
    return !lines.isEmpty() && lines.stream().allMatch(line -> parse(line).isPresent());
  }

  private static List<String> lines(String content) {
    return content.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private static Optional<ImageReference> parse(String line) {
    try {
      return Optional.of(ImageReference.parse(line)).filter(parsed -> parsed.digest().isPresent());
    } catch (InvalidReferenceException e) {
      return Optional.empty();
    }
  }

  void read(String content) {
    for (String line : lines(content)) {
      ImageReference full = ImageReference.parse(line);
      ImageReference name = ImageReference.parse(line.substring(0, line.indexOf('@')));
      found.addFirst(new Known.OfReference(name, full.digest().orElseThrow(), Optional.empty()));
    }
  }
}
