package dev.digester.lock;

import dev.digester.reference.Digest;
import dev.digester.reference.ImageReference;
import dev.digester.reference.Platform;
import dev.digester.resolve.Resolution.Resolved;
import java.util.List;
import java.util.Optional;

/**
 * An image and the digest that it has.
 *
 * @param name the image as the entry spells it, without a digest
 * @param mediaType of what the digest names, where that is known
 * @param platforms what the image runs on, where that was asked for; empty otherwise
 */
public record LockEntry(
    ImageReference name, Digest digest, Optional<String> mediaType, List<Platform> platforms) {
  public LockEntry {
    if (name.digest().isPresent()) {
      throw new IllegalArgumentException("the name of an entry has no digest: " + name);
    }
    platforms = List.copyOf(platforms);
  }

  /** What a lock keeps of a lookup: the tag's image, whatever digest is written there. */
  public static LockEntry of(ImageReference reference, Resolved resolved) {
    return new LockEntry(
        normalised(reference),
        resolved.digest(),
        Optional.of(resolved.mediaType()).filter(type -> !type.isEmpty()),
        resolved.platforms().stream().filter(platform -> !platform.isUnknown()).toList());
  }

  /**
   * The name that a lock gives an image: {@code docker.io/library/nginx:1.27}.
   *
   * @throws IllegalArgumentException if the reference has a digest and no tag
   */
  public static ImageReference normalised(ImageReference reference) {
    if (reference.tag().isEmpty() && reference.digest().isPresent()) {
      throw new IllegalArgumentException("it has no tag: " + reference);
    }
    return ImageReference.parse(reference.canonical());
  }

  /** What makes two spellings of one image the same. */
  public String canonical() {
    return name.canonical();
  }

  /** Whether the image is known to have all of some platforms; true where none is asked for. */
  public boolean has(List<Platform> asked) {
    return asked.stream().allMatch(wanted -> platforms.stream().anyMatch(wanted::isServedBy));
  }
}
