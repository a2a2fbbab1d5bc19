package dev.digester.images;

import dev.digester.config.Configuration;
import dev.digester.config.Reaction;
import dev.digester.config.Report;
import dev.digester.krm.Printable;
import dev.digester.krm.Result;
import dev.digester.krm.Severity;
import dev.digester.reference.Digest;
import dev.digester.reference.ImageReference;
import dev.digester.reference.Platform;
import dev.digester.resolve.Resolution;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The words of pinning: what is said of each field, and how bad it is. */
final class PinReport {
  private final Report level;
  private final Severity onFailure;
  private final Severity onInvalid;

  /** Made once for all fields that name an image: lists repeat them. */
  private final Map<Pull, Pin> pins = new HashMap<>();

  PinReport(Configuration configuration) {
    this.level = configuration.results();
    this.onFailure = severity(configuration.onFailure());
    this.onInvalid = severity(configuration.onInvalid());
  }

  private static Severity severity(Reaction reaction) {
    return switch (reaction) {
      case FAIL -> Severity.ERROR;
      case KEEP -> Severity.WARNING;
    };
  }

  /** Whether anything is done or said about a field with that verdict. */
  boolean mentions(Verdict verdict) {
    return level == Report.ALL || !(verdict instanceof Verdict.Keep);
  }

  /** What is written and said where a tag is known by its digest. */
  Pin pin(Pull pull, Resolution.Resolved resolved) {
    return pins.computeIfAbsent(pull, _ -> pin(pull.reference(), resolved));
  }

  private Pin pin(ImageReference reference, Resolution.Resolved resolved) {
    String digest = resolved.digest().toString();
    return new Pin(
        reference.written() + "@" + digest,
        "pinned " + reference + " to " + digest + notes(resolved),
        tags(reference, resolved));
  }

  /** What is written and said where a tag names another digest than the one that was written. */
  Pin refreshed(Pull pull, Digest old, Resolution.Resolved resolved) {
    ImageReference reference = pull.reference();
    String image = reference.written().substring(0, reference.written().lastIndexOf('@'));
    return new Pin(
        image + "@" + resolved.digest(),
        "refreshed %s from %s to %s".formatted(image, old, resolved.digest()) + notes(resolved),
        tags(reference, resolved));
  }

  private static List<Result.Tag> tags(ImageReference reference, Resolution.Resolved resolved) {
    String digest = resolved.digest().toString();
    List<Result.Tag> tags = new ArrayList<>();
    tags.add(new Result.Tag("image", reference.written()));
    tags.add(new Result.Tag("digest", digest));
    tags.add(new Result.Tag("mediaType", resolved.mediaType()));
    tags.add(new Result.Tag("source", resolved.source().tag()));
    resolved.mirror().ifPresent(mirror -> tags.add(new Result.Tag("mirror", mirror)));
    if (!resolved.platforms().isEmpty()) {
      tags.add(new Result.Tag("platforms", platforms(resolved)));
    }
    return tags;
  }

  Result pinned(ImageField field, Pin pin) {
    return field.changed(pin.message(), pin.text()).tagged(pin.tags());
  }

  /** Said of a digest that is one platform's where the tag names several. */
  List<Result> compared(ImageField field, Digest pinned, Resolution named) {
    if (!(named instanceof Resolution.Resolved index) || !index.children().contains(pinned)) {
      return kept(field, Judge.PINNED);
    }
    String image = Printable.of(field.current());
    String message =
        "%s is pinned to the manifest of one platform: its tag names the index %s with %s"
            .formatted(image, index.digest(), platforms(index));
    return List.of(
        field
            .about(Severity.WARNING, message)
            .tag("image", image)
            .tag("digest", index.digest().toString())
            .tag("platforms", platforms(index)));
  }

  private static String platforms(Resolution.Resolved resolved) {
    return resolved.platforms().stream().map(Platform::toString).collect(Collectors.joining(","));
  }

  /** Where lookups that failed are told. */
  Failures failures() {
    return new Failures(onFailure, level == Report.ALL);
  }

  /** What is said of the run as a whole. */
  List<Result> summary(Summary summary, LookedUp lookedUp, List<Result> results) {
    return level == Report.ERRORS || Result.anyError(results)
        ? List.of()
        : summary.told(lookedUp).stream().toList();
  }

  Result invalid(ImageField field, String reason) {
    String what = onInvalid == Severity.ERROR ? "cannot pin: " : "kept: ";
    return field.about(onInvalid, what + reason);
  }

  /** Said where all is to be said. */
  List<Result> kept(ImageField field, String reason) {
    if (level != Report.ALL) {
      return List.of();
    }
    String image = Printable.of(field.current());
    String what = image.isEmpty() ? "kept: " : "kept " + image + ": ";
    return List.of(field.about(Severity.INFO, what + reason));
  }

  Result duplicated(ImageField field) {
    return field.about(
        Severity.WARNING,
        "the container has several image keys: each is pinned, remove all but one, since readers differ in which they take");
  }

  /** What was passed over on the way is for those who want to hear all. */
  private String notes(Resolution resolution) {
    return level == Report.ALL && !resolution.notes().isEmpty()
        ? " (" + String.join("; ", resolution.notes()) + ")"
        : "";
  }
}
