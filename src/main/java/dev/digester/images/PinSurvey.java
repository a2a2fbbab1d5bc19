package dev.digester.images;

import dev.digester.krm.Resources;
import dev.digester.pipeline.Plan;
import dev.digester.reference.Digest;
import dev.digester.resolve.Resolution;
import dev.digester.resolve.Resolution.Resolved;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The survey of the fields that {@link PinImages} pins, which fills it. */
record PinSurvey(
    PinImages pins,
    Resources list,
    List<PinImages.Finding> findings,
    Set<Pull> pulls,
    Summary summary)
    implements Survey {
  @Override
  public Plan plan(LookedUp lookedUp) {
    return pins.plan(this, lookedUp);
  }

  @Override
  public List<FoundImage> found(LookedUp lookedUp) {
    List<FoundImage> found = new ArrayList<>();
    Set<Object> seen = new HashSet<>();
    for (PinImages.Finding finding : findings) {
      if (!finding.field().current().isBlank() && seen.add(finding.identity())) {
        found.add(found(finding, lookedUp));
      }
    }
    return found;
  }

  private static FoundImage found(PinImages.Finding finding, LookedUp lookedUp) {
    ImageField field = finding.field();
    return switch (finding.verdict()) {
      case Verdict.Keep(String reason) when reason.equals(Judge.PINNED) ->
          image(field, FoundImage.Status.KEPT, digest(field), reason);
      case Verdict.Keep(String reason) ->
          image(field, FoundImage.Status.SKIPPED, digest(field), reason);
      case Verdict.Invalid(String reason) ->
          image(field, FoundImage.Status.INVALID, Optional.empty(), reason);
      case Verdict.Compare(_, Digest digest) ->
          image(field, FoundImage.Status.KEPT, Optional.of(digest), Judge.PINNED);
      case Verdict.Refresh(Pull pull, Digest digest) ->
          lookedUp
              .find(pull)
              .map(resolution -> refreshed(field, digest, resolution))
              .orElseGet(
                  () -> image(field, FoundImage.Status.KEPT, Optional.of(digest), Judge.PINNED));
      case Verdict.LookUp(Pull pull) ->
          lookedUp
              .find(pull)
              .map(resolution -> answered(field, resolution))
              .orElseGet(() ->
                  image(field, FoundImage.Status.UNPINNED, Optional.empty(), "has no digest"));
    };
  }

  private static FoundImage answered(ImageField field, Resolution resolution) {
    return switch (resolution) {
      case Resolved resolved -> resolved(field, FoundImage.Status.PINNED, resolved);
      case Resolution.Failed failed ->
          image(field, FoundImage.Status.FAILED, Optional.empty(), failed.message());
    };
  }

  private static FoundImage refreshed(ImageField field, Digest old, Resolution resolution) {
    return switch (resolution) {
      case Resolved resolved when resolved.digest().equals(old) ->
          resolved(field, FoundImage.Status.KEPT, resolved);
      case Resolved resolved -> resolved(field, FoundImage.Status.REFRESHED, resolved);
      case Resolution.Failed failed ->
          image(field, FoundImage.Status.FAILED, Optional.of(old), failed.message());
    };
  }

  private static FoundImage resolved(
      ImageField field, FoundImage.Status status, Resolved resolved) {
    return new FoundImage(
        field.resource(),
        field.place().toString(),
        field.place().node(),
        field.current(),
        status,
        Optional.of(resolved.digest()),
        Optional.of(resolved),
        Optional.empty());
  }

  private static FoundImage image(
      ImageField field, FoundImage.Status status, Optional<Digest> digest, String reason) {
    return new FoundImage(
        field.resource(),
        field.place().toString(),
        field.place().node(),
        field.current(),
        status,
        digest,
        Optional.empty(),
        Optional.of(reason));
  }

  /** The digest at the end of a value. */
  private static Optional<Digest> digest(ImageField field) {
    String image = field.current();
    return Digest.parse(image.substring(image.lastIndexOf('@') + 1));
  }
}
