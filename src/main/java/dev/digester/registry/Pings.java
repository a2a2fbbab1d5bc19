package dev.digester.registry;

import dev.digester.registry.Outcome.Answer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The challenges of {@code /v2/}. Some registries hide private images: they tell strangers that
 * there is nothing, and only {@code /v2/} says how to log in. Each host is asked once in a run.
 */
final class Pings {
  private static final String PATH = "/v2/";

  private final Map<String, Ping> byHost = new ConcurrentHashMap<>();

  /** Asks, unless that was done before; the others wait for the answer of the first. */
  Optional<Challenge> of(Registry registry, Patience patience) {
    return byHost.computeIfAbsent(registry.host(), _ -> new Ping()).of(registry, patience);
  }

  private static final class Ping {
    private boolean asked;
    private Optional<Challenge> found = Optional.empty();

    synchronized Optional<Challenge> of(Registry registry, Patience patience) {
      if (!asked && ask(registry, patience) instanceof Answer answer) {
        found = challenge(registry, answer);
        asked = true;
      }
      return found;
    }

    private static Outcome ask(Registry registry, Patience patience) {
      var ping = new Endpoint.Call("GET", PATH, Optional.empty(), AskedFor.ITSELF);
      return registry
          .services()
          .retries()
          .run(() -> registry.endpoint().exchange(ping, patience.deadline()), patience);
    }

    private static Optional<Challenge> challenge(Registry registry, Answer answer) {
      return answer.status() == 401 && registry.endpoint().isOrigin(answer)
          ? ChallengeParser.choose(answer.headers().allValues("WWW-Authenticate"), answer.uri())
          : Optional.empty();
    }
  }
}
