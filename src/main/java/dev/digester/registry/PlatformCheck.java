package dev.digester.registry;

import dev.digester.reference.Digest;
import dev.digester.reference.Platform;
import dev.digester.registry.ManifestAnswer.Manifest;
import dev.digester.registry.Outcome.Answer;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Judges whether an image runs on the platforms that it must run on. */
final class PlatformCheck {
  private final ManifestQuery query;
  private final Function<String, Outcome> get;

  /**
   * @param get asks the registry for a path
   */
  PlatformCheck(ManifestQuery query, Function<String, Outcome> get) {
    this.query = query;
    this.get = get;
  }

  /** The manifest with its platforms, or why it will not do. */
  ManifestAnswer judge(Manifest manifest, Json json) {
    var isIndex = ManifestType.of(manifest.mediaType()).filter(ManifestType::isIndex).isPresent();
    return isIndex
        ? judge(manifest.listing(children(json)), listed(json))
        : json.object("config")
            .flatMap(config -> config.text("digest"))
            .flatMap(Digest::parse)
            .map(config -> single(manifest, config))
            .orElseGet(() -> new RegistryFailure.NoPlatform(query.host()));
  }

  private ManifestAnswer judge(Manifest manifest, List<Platform> has) {
    var missing =
        query.platforms().stream()
            .filter(wanted -> has.stream().noneMatch(wanted::isServedBy))
            .toList();
    return missing.isEmpty()
        ? manifest.with(has)
        : new RegistryFailure.MissingPlatforms(missing, has);
  }

  private static List<Platform> listed(Json index) {
    return index
        .objects("manifests")
        .map(entry -> entry.object("platform").flatMap(PlatformCheck::platform))
        .flatMap(Optional::stream)
        .filter(platform -> !platform.isUnknown())
        .distinct()
        .toList();
  }

  private static List<Digest> children(Json index) {
    return index
        .objects("manifests")
        .flatMap(entry -> entry.text("digest").flatMap(Digest::parse).stream())
        .toList();
  }

  private static Optional<Platform> platform(Json json) {
    var variant = json.text("variant").filter(v -> !v.isEmpty()).map(v -> "/" + v).orElse("");
    return Platform.parse(
        json.text("os").orElse("") + "/" + json.text("architecture").orElse("") + variant);
  }

  /** A manifest for one platform says in its configuration for which. */
  private ManifestAnswer single(Manifest manifest, Digest config) {
    return switch (get.apply("/v2/" + query.repository() + "/blobs/" + config)) {
      case Answer answer when answer.isOk() -> configured(manifest, config, answer);
      case Answer answer ->
          new RegistryFailure.Unusable(
              query.host(),
              "it does not give out the image's configuration, which names its platform ("
                  + Failures.cameBack(answer)
                  + ")");
      case Outcome.NoAnswer none -> Failures.of(query.host(), none);
      case Outcome.Refused refused -> refused.failure();
    };
  }

  private ManifestAnswer configured(Manifest manifest, Digest config, Answer answer) {
    var computed = answer.body().digest(config.algorithm());
    if (!computed.equals(config)) {
      return new RegistryFailure.DigestMismatch(query.host(), config, computed);
    }
    return Json.of(answer.body())
        .flatMap(PlatformCheck::platform)
        .map(platform -> judge(manifest, List.of(platform)))
        .orElseGet(() -> new RegistryFailure.NoPlatform(query.host()));
  }
}
