package dev.digester.resolve;

import dev.digester.reference.ImageReference;
import dev.digester.reference.Platform;
import dev.digester.registry.Deadline;
import dev.digester.registry.ManifestAnswer;
import dev.digester.registry.ManifestAnswer.Manifest;
import dev.digester.registry.ManifestQuery;
import dev.digester.registry.Mirror;
import dev.digester.registry.Patience;
import dev.digester.registry.RegistryClient;
import dev.digester.registry.RegistryFailure;
import dev.digester.registry.RegistrySettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks the mirrors of a registry in their order, then the registry itself. A mirror that does not
 * help, whatever the reason, is passed over: it leaves a note and costs 10 seconds at most.
 */
final class MirrorResolver implements Resolver {

  /** What a mirror gets for an answer. */
  private static final Duration MIRROR_TIME = Duration.ofSeconds(10);

  private final RegistryClient client;
  private final List<RegistrySettings> registries;
  private final List<Platform> platforms;
  private final Deadline deadline;
  private final Set<Mirror> useless = ConcurrentHashMap.newKeySet();

  MirrorResolver(
      RegistryClient client,
      List<RegistrySettings> registries,
      List<Platform> platforms,
      Deadline deadline) {
    this.client = client;
    this.registries = registries;
    this.platforms = platforms;
    this.deadline = deadline;
  }

  @Override
  public Resolution resolve(ImageReference reference) {
    var query = ManifestQuery.of(reference, platforms);
    var settings = settings(reference.host());
    var notes = new ArrayList<String>();
    for (var mirror : settings.mirrors()) {
      var found = ask(mirror, query, notes);
      if (found.isPresent()) {
        return Resolutions.of(found.get(), Optional.of(mirror.host())).withNotes(notes);
      }
    }
    if (!settings.mirrors().isEmpty() && !settings.fallback()) {
      return Resolutions.onlyMirrors(reference.host(), notes);
    }
    var answer = client.lookUp(query, new Patience(deadline, true));
    return Resolutions.of(answer, Optional.empty()).withNotes(notes);
  }

  private RegistrySettings settings(String host) {
    return registries.stream()
        .filter(registry -> registry.host().equals(host))
        .findFirst()
        .orElseGet(() -> RegistrySettings.defaults(host));
  }

  private Optional<ManifestAnswer> ask(Mirror mirror, ManifestQuery query, List<String> notes) {
    if (useless.contains(mirror)) {
      notes.add("mirror " + mirror.host() + " was passed over: it did not answer before");
      return Optional.empty();
    }
    var answer = client.lookUp(query.at(mirror), new Patience(patience(), false));
    return switch (answer) {
      case Manifest manifest -> Optional.of(manifest);
      case RegistryFailure failure -> {
        if (isDown(failure)) {
          useless.add(mirror);
        }
        notes.add("mirror %s was passed over: %s".formatted(mirror.host(), reason(failure)));
        yield Optional.empty();
      }
    };
  }

  private static String reason(RegistryFailure failure) {
    return failure instanceof RegistryFailure.TimedOut
        ? "it did not answer within " + MIRROR_TIME.toSeconds() + " s"
        : failure.message();
  }

  private static boolean isDown(RegistryFailure failure) {
    return failure instanceof RegistryFailure.TimedOut
        || failure instanceof RegistryFailure.Unreachable;
  }

  private Deadline patience() {
    var capped = deadline.clock().instant().plus(MIRROR_TIME);
    return capped.isBefore(deadline.at()) ? new Deadline(capped, deadline.clock()) : deadline;
  }
}
