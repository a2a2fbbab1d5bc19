package dev.digester.sources;

import dev.digester.reference.Digest;
import dev.digester.reference.ImageReference;
import java.util.Optional;

/** What files know about an image that is written somewhere. */
public sealed interface FileAnswer {
  /** The file that knows it. */
  String path();

  /** The image is what it is; this is its digest. */
  record Pinned(Digest digest, Optional<String> mediaType, String path) implements FileAnswer {}

  /**
   * Another reference takes the image's place, to the letter.
   *
   * @param reference with a digest, or to be looked up itself
   */
  record Replaced(ImageReference reference, String path) implements FileAnswer {}
}
