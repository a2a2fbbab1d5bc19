package dev.digester.verify;

import dev.digester.reference.Digest;
import dev.digester.reference.ImageReference;
import dev.digester.resolve.Resolution;
import dev.digester.resolve.Resolution.Cause;
import dev.digester.resolve.Resolution.Failed;
import dev.digester.resolve.Resolution.Resolved;
import java.util.List;
import java.util.Optional;

/**
 * What an image is, and why.
 *
 * @param message for people, without the image's name
 */
public record Decision(FindingClass kind, String message) {

  /** What a registry answers; each is asked only if the answers before it leave something open. */
  public interface Registry {
    /** What the tag names today. */
    Resolution tag();

    /** Whether the digest exists. */
    Resolution digest();

    /** The manifests of the index that the tag names; none where it is not an index. */
    List<Digest> children();
  }

  /** A value that is not a reference. */
  public static Decision invalid(String reason) {
    return new Decision(FindingClass.INVALID, reason);
  }

  /**
   * What can be said without a request; empty where a registry is to be asked.
   *
   * @param locked the digest that the lock has for the image, if it has one
   */
  public static Optional<Decision> offline(ImageReference image, Optional<Digest> locked) {
    if (image.digest().isEmpty()) {
      return Optional.of(new Decision(FindingClass.UNPINNED, "it has no digest"));
    }
    return locked
        .filter(other -> !other.equals(image.digest().get()))
        .map(other ->
            new Decision(FindingClass.MISMATCH, "the lock has %s for it".formatted(other)));
  }

  /** What an image is, asked of its registry where that is needed. */
  public static Decision of(ImageReference image, Optional<Digest> locked, Registry registry) {
    return offline(image, locked).orElseGet(() -> online(image, registry));
  }

  private static Decision online(ImageReference image, Registry registry) {
    Digest digest = image.digest().orElseThrow();
    if (image.tag().isEmpty()) {
      return byDigest(registry.digest(), new Decision(FindingClass.PRESENT, "its digest exists"));
    }
    String tag = image.tag().get();
    return switch (registry.tag()) {
      case Resolved resolved when resolved.digest().equals(digest) ->
          new Decision(FindingClass.CURRENT, "tag %s names this digest".formatted(tag));
      case Resolved resolved -> moved(tag, digest, resolved.digest(), registry);
      case Failed failed when failed.cause() == Cause.UNKNOWN ->
          byDigest(
              registry.digest(),
              new Decision(
                  FindingClass.TAG_GONE,
                  "tag %s does not exist any more; the digest does".formatted(tag)));
      case Failed failed when failed.cause() == Cause.PLATFORM ->
          byDigest(
              registry.digest(),
              new Decision(
                  FindingClass.MOVED,
                  "tag %s names another image now: %s".formatted(tag, failed.message())));
      case Failed failed -> failed(failed);
    };
  }

  private static Decision moved(String tag, Digest digest, Digest other, Registry registry) {
    if (registry.children().contains(digest)) {
      return new Decision(
          FindingClass.CHILD,
          "the digest is that of one platform of the index %s that tag %s names"
              .formatted(other, tag));
    }
    return byDigest(
        registry.digest(),
        new Decision(
            FindingClass.MOVED, "tag %s moved from %s to %s".formatted(tag, digest, other)));
  }

  /** What it is where the digest exists, unless it does not. */
  private static Decision byDigest(Resolution answer, Decision present) {
    return switch (answer) {
      case Resolved _ -> present;
      case Failed failed when failed.cause() == Cause.UNKNOWN ->
          new Decision(FindingClass.GONE, "its digest does not exist any more");
      case Failed failed -> failed(failed);
    };
  }

  private static Decision failed(Failed failed) {
    return new Decision(
        failed.cause() == Cause.PLATFORM ? FindingClass.PLATFORM_MISSING : FindingClass.UNREACHABLE,
        failed.message());
  }
}
