package dev.digester.sources;

import dev.digester.reference.Digest;
import dev.digester.reference.ImageReference;
import java.util.Optional;

/** One thing that a file knows. */
public sealed interface Known {

  /** What makes two of them be about the same image. */
  String key();

  /**
   * The digest of a reference.
   *
   * @param reference without a digest; without a tag it is the digest of references that are
   *     written without one, not that of {@code latest}
   */
  record OfReference(ImageReference reference, Digest digest, Optional<String> mediaType)
      implements Known {
    @Override
    public String key() {
      return keyOf(reference);
    }
  }

  /**
   * What takes the place of every reference to a name, whatever its tag.
   *
   * @param name without tag and digest
   * @param replacement the whole new reference; it may lack a digest, which is then looked up
   */
  record OfName(ImageReference name, ImageReference replacement) implements Known {
    @Override
    public String key() {
      return nameOf(name);
    }
  }

  /** The key of a reference: its own spelling of no tag is not {@code latest}. */
  static String keyOf(ImageReference reference) {
    return reference.tag().map(tag -> nameOf(reference) + ":" + tag).orElse(nameOf(reference));
  }

  /** The name of an image in the one spelling, without tag and digest. */
  static String nameOf(ImageReference reference) {
    return reference.host() + "/" + reference.repository();
  }
}
