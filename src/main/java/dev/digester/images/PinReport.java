package dev.digester.images;

import dev.digester.config.Configuration;
import dev.digester.config.Reaction;
import dev.digester.config.Report;
import dev.digester.krm.Change;
import dev.digester.krm.Printable;
import dev.digester.krm.Result;
import dev.digester.krm.Severity;
import dev.digester.reference.ImageReference;
import dev.digester.reference.Platform;
import dev.digester.resolve.Resolution;
import java.util.List;
import java.util.stream.Collectors;

/** The words of pinning: what is said of each field, and how bad it is. */
final class PinReport {
  private final Report level;
  private final Severity onFailure;
  private final Severity onInvalid;

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

  Result pinned(Change change, ImageReference reference, Resolution.Resolved resolved) {
    String message = "pinned " + reference + " to " + resolved.digest();
    Result result =
        change
            .report(Severity.INFO, message + notes(resolved))
            .tag("image", reference.written())
            .tag("digest", resolved.digest().toString())
            .tag("mediaType", resolved.mediaType())
            .tag("source", resolved.source().tag());
    if (resolved.mirror().isPresent()) {
      result = result.tag("mirror", resolved.mirror().get());
    }
    return resolved.platforms().isEmpty() ? result : result.tag("platforms", platforms(resolved));
  }

  private static String platforms(Resolution.Resolved resolved) {
    return resolved.platforms().stream().map(Platform::toString).collect(Collectors.joining(","));
  }

  Result failed(ImageField field, ImageReference reference, Resolution.Failed failed) {
    String what = onFailure == Severity.ERROR ? "cannot pin " : "kept ";
    return about(onFailure, field, what + reference + ": " + failed.message() + notes(failed))
        .tag("image", reference.written());
  }

  Result invalid(ImageField field, String reason) {
    String what = onInvalid == Severity.ERROR ? "cannot pin: " : "kept: ";
    return about(onInvalid, field, what + reason);
  }

  /** Said where all is to be said. */
  List<Result> kept(ImageField field, String reason) {
    if (level != Report.ALL) {
      return List.of();
    }
    String image = Printable.of(Judge.written(field.value()));
    String what = image.isEmpty() ? "kept: " : "kept " + image + ": ";
    return List.of(about(Severity.INFO, field, what + reason));
  }

  Result duplicated(ImageField field) {
    return about(
        Severity.WARNING,
        field,
        "the container has several image keys: each is pinned, remove all but one, since readers differ in which they take");
  }

  /** What was passed over on the way is for those who want to hear all. */
  private String notes(Resolution resolution) {
    return level == Report.ALL && !resolution.notes().isEmpty()
        ? " (" + String.join("; ", resolution.notes()) + ")"
        : "";
  }

  private static Result about(Severity severity, ImageField field, String message) {
    String current = Judge.written(field.value());
    return Result.of(severity, message)
        .on(field.resource())
        .at(Result.Field.read(field.path().toString(), current), field.value());
  }
}
