package dev.digester.resolve;

import dev.digester.credentials.Keychain;
import dev.digester.registry.Deadline;
import dev.digester.registry.ManifestAnswer;
import dev.digester.registry.ManifestAnswer.Manifest;
import dev.digester.registry.ManifestQuery;
import dev.digester.registry.Patience;
import dev.digester.registry.RegistryClient;
import dev.digester.registry.RegistryFailure;
import dev.digester.resolve.Resolution.Cause;
import dev.digester.resolve.Resolution.Failed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
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

  private final RegistryClient strangers;
  private final ResolveSettings settings;
  private final Deadline deadline;
  private final Map<Keychain, RegistryClient> clients = new ConcurrentHashMap<>();

  /** Mirrors that were silent themselves; what went wrong with one image says nothing of others. */
  private final Set<String> useless = ConcurrentHashMap.newKeySet();

  /**
   * @param strangers has the connections that the clients of all keychains share
   */
  MirrorResolver(RegistryClient strangers, ResolveSettings settings, Deadline deadline) {
    this.strangers = strangers;
    this.settings = settings;
    this.deadline = deadline;
  }

  /**
   * A lookup under way.
   *
   * @param host the registry that the reference names
   * @param causes why mirrors were passed over
   */
  private record Asked(String host, RegistryClient client, List<String> notes, Set<Cause> causes) {
    /** Whether a mirror answered something, so that there is a network. */
    boolean hasReached() {
      return !Set.of(Cause.UNREACHABLE).containsAll(causes);
    }
  }

  @Override
  public Resolution resolve(Question question) {
    var query = ManifestQuery.of(question.reference(), settings.platforms());
    return switch (settings.route(query)) {
      case Route.Blocked(String reason) -> new Failed(Cause.REFUSED, reason, List.of());
      case Route.Open route ->
          resolve(
              route,
              new Asked(
                  query.host(),
                  clients.computeIfAbsent(question.keychain(), strangers::with),
                  new ArrayList<>(),
                  EnumSet.noneOf(Cause.class)));
    };
  }

  private Resolution resolve(Route.Open route, Asked asked) {
    for (var mirror : route.mirrors()) {
      var found = ask(mirror, asked);
      if (found.isPresent()) {
        return Resolutions.of(found.get(), Optional.of(mirror.host())).withNotes(asked.notes());
      }
    }
    if (route.origin().isEmpty()) {
      var failed = Resolutions.onlyMirrors(asked.host(), asked.notes());
      return asked.hasReached() ? failed.because(Cause.UNUSABLE) : failed;
    }
    var answer = asked.client().lookUp(route.origin().get(), new Patience(deadline, true));
    var resolution = Resolutions.of(answer, Optional.empty()).withNotes(asked.notes());
    return asked.hasReached()
            && resolution instanceof Failed failed
            && failed.cause() == Cause.UNREACHABLE
        ? failed.because(Cause.UNUSABLE)
        : resolution;
  }

  private Optional<ManifestAnswer> ask(ManifestQuery mirror, Asked asked) {
    if (useless.contains(mirror.host())) {
      asked.notes().add("mirror " + mirror.host() + " was passed over: it did not answer before");
      return Optional.empty();
    }
    var answer = asked.client().lookUpAtMirror(mirror, patience());
    return switch (answer) {
      case Manifest manifest -> Optional.of(manifest);
      case RegistryFailure failure -> {
        if (failure.isSilenceOf(mirror.host())) {
          useless.add(mirror.host());
        }
        asked.causes().add(Resolutions.cause(failure));
        asked
            .notes()
            .add("mirror %s was passed over: %s".formatted(mirror.host(), reason(failure)));
        yield Optional.empty();
      }
    };
  }

  private static String reason(RegistryFailure failure) {
    return failure instanceof RegistryFailure.TimedOut
        ? "it did not answer within " + MIRROR_TIME.toSeconds() + " s"
        : failure.message();
  }

  private Deadline patience() {
    var capped = deadline.clock().instant().plus(MIRROR_TIME);
    return capped.isBefore(deadline.at()) ? new Deadline(capped, deadline.clock()) : deadline;
  }
}
