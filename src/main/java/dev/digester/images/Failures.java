package dev.digester.images;

import dev.digester.krm.Result;
import dev.digester.krm.Severity;
import dev.digester.reference.ImageReference;
import dev.digester.resolve.Resolution;
import dev.digester.resolve.Resolution.Cause;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The lookups of a list that failed, told so that they can be read: a line for each image, and
 * where a registry fails for several in one way, one line that explains it before them.
 */
final class Failures {
  /** An image that cannot be pinned, for one reason. */
  private record Image(String text, String message) {}

  /** What several images may have in common; the message where the cause lies in the images. */
  private record Reason(String host, Cause cause, String message) {}

  private record Failure(
      ImageField first, ImageReference reference, Resolution.Failed failed, int fields) {
    Failure further() {
      return new Failure(first, reference, failed, fields + 1);
    }
  }

  private final Severity severity;
  private final String what;
  private final boolean notes;
  private final Map<Image, Failure> failures = new LinkedHashMap<>();

  /**
   * None yet.
   *
   * @param notes whether is told what was passed over on the way
   */
  Failures(Severity severity, boolean notes) {
    this.severity = severity;
    this.what = severity == Severity.ERROR ? "cannot pin " : "kept ";
    this.notes = notes;
  }

  void add(ImageField field, ImageReference reference, Resolution.Failed failed) {
    failures.merge(
        new Image(reference.written(), failed.message()),
        new Failure(field, reference, failed, 1),
        (known, _) -> known.further());
  }

  /** What is said of all of them. */
  List<Result> results() {
    Map<Reason, List<Failure>> byReason = new LinkedHashMap<>();
    failures
        .values()
        .forEach(each -> byReason.computeIfAbsent(reason(each), _ -> new ArrayList<>()).add(each));
    List<Result> results = new ArrayList<>();
    byReason.forEach((reason, all) -> tell(reason, all, results));
    return results;
  }

  private static Reason reason(Failure failure) {
    Resolution.Failed failed = failure.failed();
    String message =
        switch (failed.cause()) {
          case REFUSED, RATE_LIMITED, UNREACHABLE, TIMED_OUT, UNTRUSTED ->
              isOfHost(failure) ? "" : failed.message();
          case UNUSABLE -> failed.message();
          case UNKNOWN, PLATFORM, UNLOCKED -> failure.reference().written();
        };
    return new Reason(failure.reference().host(), failed.cause(), message);
  }

  /** Whether the registry itself failed: messages begin with who did. */
  private static boolean isOfHost(Failure failure) {
    return failure.failed().message().startsWith(failure.reference().host() + " ");
  }

  private void tell(Reason reason, List<Failure> all, List<Result> results) {
    Failure first = all.getFirst();
    if (all.size() == 1) {
      results.add(of(first, explained(first)));
      return;
    }
    results.add(
        Result.of(
                severity,
                "%s%d images of %s, such as %s: %s"
                    .formatted(
                        what, all.size(), reason.host(), first.reference(), explained(first)))
            .tag("host", reason.host())
            .tag("images", String.valueOf(all.size())));
    all.forEach(each -> results.add(of(each, shortly(reason))));
  }

  private Result of(Failure failure, String why) {
    String fields = failure.fields() == 1 ? "" : " (in " + failure.fields() + " fields)";
    return failure
        .first()
        .about(severity, what + failure.reference() + fields + ": " + why)
        .tag("image", failure.reference().written());
  }

  private String explained(Failure failure) {
    Resolution.Failed failed = failure.failed();
    String passed =
        notes && !failed.notes().isEmpty() ? " (" + String.join("; ", failed.notes()) + ")" : "";
    return failed.message() + remedy(failure) + passed;
  }

  private static String remedy(Failure failure) {
    ImageReference reference = failure.reference();
    return switch (failure.failed().cause()) {
      case REFUSED ->
          isOfHost(failure)
              ? "; log in with docker login %s, or see where credentials come from with digester auth explain %s"
                  .formatted(reference.host(), reference)
              : "";
      case UNKNOWN ->
          NotAnImage.isTemplate(reference.written())
              ? "; " + NotAnImage.reason(reference.written()).orElseThrow()
              : "";
      case RATE_LIMITED, UNREACHABLE, TIMED_OUT, UNTRUSTED, PLATFORM, UNUSABLE, UNLOCKED -> "";
    };
  }

  private static String shortly(Reason reason) {
    if (!reason.message().isEmpty()) {
      return "for the same reason";
    }
    return switch (reason.cause()) {
      case REFUSED -> reason.host() + " refuses access";
      case RATE_LIMITED -> reason.host() + " limits the rate of requests";
      case UNREACHABLE -> reason.host() + " cannot be reached";
      case TIMED_OUT -> reason.host() + " did not answer in time";
      case UNTRUSTED -> reason.host() + " is not trusted";
      case UNKNOWN, PLATFORM, UNUSABLE, UNLOCKED -> "for the same reason";
    };
  }
}
