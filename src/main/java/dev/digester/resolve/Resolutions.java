package dev.digester.resolve;

import dev.digester.registry.ManifestAnswer;
import dev.digester.registry.ManifestAnswer.Manifest;
import dev.digester.registry.RegistryFailure;
import dev.digester.resolve.Resolution.Cause;
import dev.digester.resolve.Resolution.Failed;
import dev.digester.resolve.Resolution.Resolved;
import java.util.List;
import java.util.Optional;

/** Makes resolutions of what registries answer. */
final class Resolutions {
  private Resolutions() {}

  /**
   * @param mirror host of the mirror that answered, if it was one
   */
  static Resolution of(ManifestAnswer answer, Optional<String> mirror) {
    return switch (answer) {
      case Manifest found ->
          new Resolved(
              found.digest(),
              found.mediaType(),
              mirror.isPresent() ? Source.MIRROR : Source.REGISTRY,
              mirror,
              found.platforms(),
              found.children(),
              List.of());
      case RegistryFailure failure -> new Failed(cause(failure), failure.message(), List.of());
    };
  }

  /** None of the mirrors could be reached, and no one else may be asked. */
  static Failed onlyMirrors(String host, List<String> notes) {
    return new Failed(
        Cause.UNREACHABLE,
        "no mirror of %s gave an answer, and 'fallback: false' leaves no other host to ask: %s"
            .formatted(host, String.join("; ", notes)),
        notes);
  }

  static Cause cause(RegistryFailure failure) {
    return switch (failure) {
      case RegistryFailure.UnknownTag _, RegistryFailure.UnknownRepository _ -> Cause.UNKNOWN;
      case RegistryFailure.Unauthorised _, RegistryFailure.Denied _ -> Cause.REFUSED;
      case RegistryFailure.RateLimited _ -> Cause.RATE_LIMITED;
      case RegistryFailure.Unreachable unreachable ->
          unreachable.network() ? Cause.UNUSABLE : Cause.UNREACHABLE;
      case RegistryFailure.TimedOut _ -> Cause.TIMED_OUT;
      case RegistryFailure.Untrusted _ -> Cause.UNTRUSTED;
      case RegistryFailure.MissingPlatforms _, RegistryFailure.NoPlatform _ -> Cause.PLATFORM;
      case RegistryFailure.SchemaOne _,
          RegistryFailure.DigestMismatch _,
          RegistryFailure.Dropped _,
          RegistryFailure.Unasked _,
          RegistryFailure.Unusable _ ->
          Cause.UNUSABLE;
    };
  }
}
