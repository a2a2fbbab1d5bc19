package dev.digester.function;

import dev.digester.config.CaSource;
import dev.digester.config.Configuration;
import dev.digester.config.Registry;
import dev.digester.images.LookedUp;
import dev.digester.images.Pull;
import dev.digester.krm.ResourceList;
import dev.digester.pullsecrets.PackageStore;
import dev.digester.pullsecrets.PullSecrets;
import dev.digester.pullsecrets.Store;
import dev.digester.reference.Platform;
import dev.digester.registry.Deadline;
import dev.digester.registry.Mirror;
import dev.digester.registry.NetworkSettings;
import dev.digester.registry.RegistrySettings;
import dev.digester.resolve.BatchResolver;
import dev.digester.resolve.Question;
import dev.digester.resolve.Resolution;
import dev.digester.resolve.ResolveSettings;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Look-ups in real registries, with the credentials of the user's machine. Nothing of it exists
 * before the first look-up.
 */
public final class RegistryLookUps implements LookUps {
  private final Surroundings surroundings;
  private final PrintStream terminal;
  private final Instant start;

  /**
   * Look-ups of a run whose time counts from here.
   *
   * @param terminal standard error, for progress where a person watches it
   */
  public RegistryLookUps(Surroundings surroundings, PrintStream terminal) {
    this.surroundings = surroundings;
    this.terminal = terminal;
    this.start = surroundings.clock().instant();
  }

  @Override
  public LookedUp resolve(Collection<Pull> pulls, ResourceList list, Configuration configuration) {
    ResolveSettings settings = settings(configuration);
    PullSecrets pullSecrets = new PullSecrets(stores(list, configuration));
    PullQuestions questions = new PullQuestions(surroundings.credentials(), pullSecrets, settings);
    Map<Pull, Question> asked = new LinkedHashMap<>();
    pulls.forEach(pull -> asked.put(pull, questions.of(pull)));
    Deadline deadline = new Deadline(start.plus(configuration.timeout()), surroundings.clock());
    Map<Question, Resolution> answers =
        watched(asked.values(), BatchResolver.of(settings, deadline));
    Map<Pull, Resolution> resolutions = new LinkedHashMap<>();
    asked.forEach((pull, question) -> resolutions.put(pull, answers.get(question)));
    return new LookedUp(resolutions, List.of());
  }

  private static List<Store> stores(ResourceList list, Configuration configuration) {
    return configuration.credentials().fromPackage() ? List.of(new PackageStore(list)) : List.of();
  }

  private Map<Question, Resolution> watched(Collection<Question> asked, BatchResolver resolver) {
    if (!surroundings.errorTerminal()) {
      return resolver.resolveAll(asked);
    }
    String message = "resolving " + Set.copyOf(asked).size() + " images …";
    try (Progress _ = Progress.start(terminal, message, Progress.PATIENCE)) {
      return resolver.resolveAll(asked);
    }
  }

  private ResolveSettings settings(Configuration configuration) {
    return new ResolveSettings(
        new NetworkSettings(Version.number(), surroundings.environment()),
        configuration.registries().stream().map(RegistryLookUps::settings).toList(),
        configuration.platforms().stream()
            .map(p -> new Platform(p.os(), p.architecture(), p.variant()))
            .toList());
  }

  private static RegistrySettings settings(Registry registry) {
    return new RegistrySettings(
        registry.host(),
        registry.mirrors().stream()
            .map(mirror -> new Mirror(mirror.host(), mirror.prefix()))
            .toList(),
        registry.fallback(),
        registry.ca().map(RegistryLookUps::text),
        registry.insecure(),
        registry.concurrency());
  }

  private static String text(CaSource source) {
    return switch (source) {
      case CaSource.File(String path) -> path;
      case CaSource.Pem(String pem) -> pem;
    };
  }
}
