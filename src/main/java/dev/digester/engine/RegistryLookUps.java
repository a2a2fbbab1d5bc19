package dev.digester.engine;

import dev.digester.cluster.ApiServer;
import dev.digester.cluster.ClusterException;
import dev.digester.cluster.ClusterFinder;
import dev.digester.config.Configuration;
import dev.digester.config.ConfigurationException;
import dev.digester.config.CredentialSettings;
import dev.digester.config.Environment;
import dev.digester.config.RegistriesSource;
import dev.digester.config.Registry;
import dev.digester.images.LookedUp;
import dev.digester.images.Pull;
import dev.digester.krm.Resources;
import dev.digester.machine.ContainerdHosts;
import dev.digester.machine.ContainersRegistries;
import dev.digester.machine.MachineRegistries;
import dev.digester.machine.MachineSettingsException;
import dev.digester.process.Surroundings;
import dev.digester.process.Version;
import dev.digester.pullsecrets.ClusterStore;
import dev.digester.pullsecrets.PackageStore;
import dev.digester.pullsecrets.PullSecrets;
import dev.digester.pullsecrets.Store;
import dev.digester.registry.Deadline;
import dev.digester.registry.Mirror;
import dev.digester.registry.NetworkSettings;
import dev.digester.registry.RegistrySettings;
import dev.digester.resolve.BatchResolver;
import dev.digester.resolve.Question;
import dev.digester.resolve.Resolution;
import dev.digester.resolve.ResolveSettings;
import dev.digester.resolve.Routes;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lookups in real registries, with the credentials of the user's machine. Nothing of it exists
 * before the first lookup.
 */
public final class RegistryLookUps implements LookUps {
  private final Environment environment;
  private final Surroundings surroundings;
  private final PrintStream terminal;
  private final Instant start;

  /**
   * Lookups of a run whose time counts from here.
   *
   * @param environment says whether a cluster is asked for pull secrets, and which
   * @param terminal standard error, for progress where a person watches it, and for DEBUG
   */
  public RegistryLookUps(Environment environment, Surroundings surroundings, PrintStream terminal) {
    this.environment = environment;
    this.surroundings = surroundings;
    this.terminal = terminal;
    this.start = surroundings.clock().instant();
  }

  @Override
  public LookedUp resolve(
      Collection<Pull> pulls, List<Resources> lists, Configuration configuration) {
    ResolveSettings settings = settings(configuration);
    Deadline deadline = new Deadline(start.plus(configuration.timeout()), surroundings.clock());
    Optional<ClusterStore> cluster = cluster(deadline);
    PullSecrets secrets =
        new PullSecrets(
            Stream.concat(fromPackage(lists, configuration).stream(), cluster.stream()).toList());
    cluster.ifPresent(_ -> secrets.prepare(pulls.stream().map(Pull::workload).toList()));
    PullQuestions questions =
        new PullQuestions(UserCredentials.of(surroundings), secrets, settings);
    Map<Pull, Question> asked = new LinkedHashMap<>();
    Map<Pull, Resolution> resolutions = new LinkedHashMap<>();
    for (Pull pull : pulls) {
      try {
        asked.put(pull, questions.of(pull));
      } catch (ClusterException e) {
        resolutions.put(pull, withoutSecrets(e));
      }
    }
    Map<Question, Resolution> answers = answers(asked.values(), settings, deadline);
    asked.forEach((pull, question) -> resolutions.put(pull, answers.get(question)));
    if (environment.debug()) {
      DebugLines.of(resolutions).forEach(terminal::println);
    }
    return new LookedUp(resolutions, cluster.map(ClusterStore::warnings).orElse(List.of()));
  }

  /** Whether an image may be pulled is not known then, so it is not looked up. */
  private static Resolution withoutSecrets(ClusterException failure) {
    return new Resolution.Failed(
        Resolution.Cause.REFUSED,
        "its pull secrets cannot be read: " + failure.getMessage(),
        List.of());
  }

  private static Optional<Store> fromPackage(List<Resources> lists, Configuration configuration) {
    return Optional.of(configuration.credentials())
        .filter(CredentialSettings::fromPackage)
        .map(_ -> new PackageStore(lists));
  }

  /** Finds the cluster and connects to it only when an object is needed. */
  private Optional<ClusterStore> cluster(Deadline deadline) {
    if (environment.offline()) {
      return Optional.empty();
    }
    ClusterFinder finder = new ClusterFinder(surroundings.environment(), surroundings.home());
    return Optional.of(
        new ClusterStore(() ->
            new ApiServer(
                finder.find(environment.kubeconfig()), surroundings.environment(), deadline)));
  }

  private Map<Question, Resolution> answers(
      Collection<Question> asked, ResolveSettings settings, Deadline deadline) {
    try (BatchResolver resolver = BatchResolver.of(settings, deadline)) {
      return watched(asked, resolver);
    }
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
    List<RegistrySettings> registries =
        configuration.registries().stream().map(RegistryLookUps::settings).toList();
    List<MachineRegistries> machine =
        configuration.registriesFrom().stream().map(this::machine).toList();
    return new ResolveSettings(
        new NetworkSettings(
            Version.number(), surroundings.environment(), surroundings.inContainer()),
        Stream.concat(registries.stream(), machine.stream().flatMap(m -> m.hosts().stream()))
            .toList(),
        configuration.platforms(),
        routes(registries, machine));
  }

  /** What the machine says about hosts of which the configuration says nothing. */
  private static Routes routes(List<RegistrySettings> registries, List<MachineRegistries> machine) {
    Set<String> configured =
        registries.stream()
            .map(registry -> registry.host().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    return query ->
        configured.contains(query.host().toLowerCase(Locale.ROOT))
            ? Optional.empty()
            : machine.stream().flatMap(m -> m.of(query).stream()).findFirst();
  }

  private MachineRegistries machine(RegistriesSource source) {
    try {
      return switch (source) {
        case CONTAINERS ->
            new ContainersRegistries(surroundings.environment(), surroundings.home()).read();
        case CONTAINERD -> new ContainerdHosts().read();
      };
    } catch (MachineSettingsException e) {
      throw ConfigurationException.of("spec.registriesFrom", String.valueOf(e.getMessage()));
    }
  }

  private static RegistrySettings settings(Registry registry) {
    return new RegistrySettings(
        registry.host(),
        registry.mirrors().stream()
            .map(mirror -> new Mirror(mirror.host(), mirror.prefix()))
            .toList(),
        registry.fallback(),
        registry.ca().map(source -> AuthorityFile.pem(registry.host(), source)),
        registry.insecure(),
        registry.concurrency());
  }
}
