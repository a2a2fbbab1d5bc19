package dev.digester.images;

import dev.digester.document.Node;
import dev.digester.krm.Resource;
import dev.digester.reference.Digest;
import dev.digester.resolve.Resolution.Resolved;
import java.util.Locale;
import java.util.Optional;

/**
 * An image that a text names, with what became of it: what lists and JSON show.
 *
 * @param field where in the resource, as results name it
 * @param node what is there
 * @param image as written
 * @param digest the one that it has, before or after the run
 * @param resolved what the registry said, where it was asked and answered
 * @param reason why it was kept, skipped or not pinned
 */
public record FoundImage(
    Resource resource,
    String field,
    Node node,
    String image,
    Status status,
    Optional<Digest> digest,
    Optional<Resolved> resolved,
    Optional<String> reason) {

  /** What became of an image. */
  public enum Status {
    /** It has got a digest. */
    PINNED,
    /** It had a digest. */
    KEPT,
    /** It had a digest, and has got the one that its tag names now. */
    REFRESHED,
    /** The user wants it to stay. */
    SKIPPED,
    /** It has no digest, and nothing was asked. */
    UNPINNED,
    /** It is not an image reference. */
    INVALID,
    /** It was asked for in vain. */
    FAILED;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The line of the text on which the image is. */
  public int line() {
    return node.line();
  }
}
