package dev.digester.registry;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How a registry wants to be shown who asks. Each refusal says so for its own repository; for one
 * that was not refused yet it is guessed, so that most repositories meet no refusal at all. A host
 * may name several token services, one for each path.
 */
final class Challenges {
  private final Map<String, Challenge> own = new ConcurrentHashMap<>();

  /** All that were learnt, without what they say about one repository. */
  private final Set<Challenge> kinds = ConcurrentHashMap.newKeySet();

  private volatile @Nullable Challenge ofPing;

  /** Remembers what the refusal of a request in a repository said. */
  void learn(String repository, Challenge found) {
    own.put(repository, found);
    if (!(found instanceof Challenge.Unanswerable)) {
      kinds.add(found.bare());
    }
  }

  /** Remembers what was said of no repository. */
  void learnOfPing(Challenge found) {
    ofPing = found.bare();
  }

  /** Whether a refusal spoke about this very repository. */
  boolean isKnown(String repository) {
    return own.containsKey(repository);
  }

  /**
   * The challenge to answer for a repository, which asks for access to it; empty where there is
   * nothing to go by.
   */
  Optional<Challenge> of(String repository) {
    return Optional.ofNullable(own.get(repository))
        .or(() -> guess(repository))
        .map(challenge -> challenge.naming(repository));
  }

  private Optional<Challenge> guess(String repository) {
    var neighbour =
        kinds.size() == 1 ? kinds.stream().findFirst() : nearest(repository).map(Challenge::bare);
    return neighbour.or(() -> Optional.ofNullable(ofPing));
  }

  /** That of the repository with which this one shares most of its path. */
  private Optional<Challenge> nearest(String repository) {
    var path = repository.split("/", -1);
    var most = 0;
    Optional<Challenge> nearest = Optional.empty();
    for (var entry : own.entrySet()) {
      var shared = shared(path, entry.getKey().split("/", -1));
      if (shared > most && kinds.contains(entry.getValue().bare())) {
        most = shared;
        nearest = Optional.of(entry.getValue());
      }
    }
    return nearest;
  }

  private static int shared(String[] path, String[] other) {
    var shared = 0;
    while (shared < Math.min(path.length, other.length) && path[shared].equals(other[shared])) {
      shared++;
    }
    return shared;
  }
}
