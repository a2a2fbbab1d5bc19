package dev.digester.resolve;

import dev.digester.reference.Digest;
import dev.digester.reference.Platform;
import java.util.List;
import java.util.Optional;

/** What came of a lookup. */
public sealed interface Resolution {

  /** What was passed over on the way, such as a mirror that failed; for people, may be empty. */
  List<String> notes();

  /** The same with more notes, before its own. */
  Resolution withNotes(List<String> before);

  /**
   * The digest that the tag names today.
   *
   * @param mediaType of the manifest or index that the digest names
   * @param mirror host of the mirror that answered, where one did
   * @param platforms what the image runs on, where that was asked; empty otherwise
   * @param children the manifests of an index, one for a platform, where platforms were asked for
   */
  record Resolved(
      Digest digest,
      String mediaType,
      Source source,
      Optional<String> mirror,
      List<Platform> platforms,
      List<Digest> children,
      List<String> notes)
      implements Resolution {
    public Resolved {
      platforms = List.copyOf(platforms);
      children = List.copyOf(children);
      notes = List.copyOf(notes);
    }

    /** A digest of whose children nothing is known. */
    public Resolved(
        Digest digest,
        String mediaType,
        Source source,
        Optional<String> mirror,
        List<Platform> platforms,
        List<String> notes) {
      this(digest, mediaType, source, mirror, platforms, List.of(), notes);
    }

    @Override
    public Resolved withNotes(List<String> before) {
      return new Resolved(
          digest, mediaType, source, mirror, platforms, children, Notes.joined(before, notes));
    }
  }

  /**
   * No digest.
   *
   * @param message what was tried on what, what came back, and what to do: one line without a full
   *     stop, to be put after {@code IMAGE: }; it does not name the image as it was written
   */
  record Failed(Cause cause, String message, List<String> notes) implements Resolution {
    public Failed {
      notes = List.copyOf(notes);
    }

    /** The same for another reason. */
    Failed because(Cause other) {
      return new Failed(other, message, notes);
    }

    @Override
    public Failed withNotes(List<String> before) {
      return new Failed(cause, message, Notes.joined(before, notes));
    }
  }

  /** What kind of failure it was, for those who react to it. */
  enum Cause {
    /** The registry has no such tag or repository. */
    UNKNOWN,
    /** The registry refuses: credentials are missing, wrong or not enough. */
    REFUSED,
    /** The registry asks to come back later than the run lasts. */
    RATE_LIMITED,
    /** No connection to anyone who may be asked: no such host, no route, no one listens. */
    UNREACHABLE,
    /** The registry took too long, or the run's time is up. */
    TIMED_OUT,
    /** The registry's certificate is not trusted. */
    UNTRUSTED,
    /** The image lacks a platform that it must have. */
    PLATFORM,
    /** The registry answered something that cannot be used. */
    UNUSABLE,
    /** Only a lock may answer, and it lacks the image. */
    UNLOCKED
  }
}
