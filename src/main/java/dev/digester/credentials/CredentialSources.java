package dev.digester.credentials;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * All places where a user may keep credentials, asked in a fixed order; the first one with a
 * matching key wins. One instance serves a whole run: files are read once, at the first need, and
 * helpers are run once for a registry.
 */
public final class CredentialSources implements Keychain {
  private static final Path RUN = Path.of("/run");

  private final Source variables;
  private final PullSecretSource secrets;
  private final List<Source> others;

  private CredentialSources(Source variables, PullSecretSource secrets, List<Source> others) {
    this.variables = variables;
    this.secrets = secrets;
    this.others = others;
  }

  /**
   * The places that the environment, the user's home and the user's number lead to.
   *
   * @param clouds asked after all of them, each for its own registries
   */
  public static CredentialSources of(UserEnvironment environment, List<Cloud> clouds) {
    return of(environment, new HelperPrograms(environment, HelperPrograms.TIME_LIMIT), RUN)
        .alsoAsking(clouds);
  }

  static CredentialSources of(UserEnvironment environment, HelperPrograms helpers, Path run) {
    Stream<Source> files = new ConfigFiles(environment, helpers).in(run).stream();
    return new CredentialSources(
        new NumberedVariables(environment),
        new PullSecretSource(List.of()),
        Stream.concat(files, Stream.of(new GitHubToken(environment))).toList());
  }

  CredentialSources alsoAsking(List<Cloud> clouds) {
    Stream<Source> last = clouds.stream().map(CloudSource::new);
    return new CredentialSources(variables, secrets, Stream.concat(others.stream(), last).toList());
  }

  /**
   * The same places with the pull secrets of a workload among them. What was read and which helpers
   * were run is shared with this instance.
   *
   * @param pullSecrets in the order in which the workload, then its ServiceAccount, names them
   */
  public CredentialSources withPullSecrets(List<PullSecret> pullSecrets) {
    return new CredentialSources(variables, new PullSecretSource(pullSecrets), others);
  }

  /**
   * The credential that the pull secrets have for a repository; empty where they have none, and
   * where a source before them settles the matter. It tells whether two workloads differ.
   *
   * @param host as for {@link #resolve}
   */
  public Optional<Credential> ofPullSecrets(String host, String repository) {
    Target target = new Target(host, repository);
    return !variables.find(target).isFinal()
            && secrets.find(target) instanceof Finding.Match(Credential credential, _, _)
        ? Optional.of(credential)
        : Optional.empty();
  }

  @Override
  public Answer resolve(String host, String repository) {
    return search(host, repository, Source::find).answer();
  }

  /**
   * Tells how {@link #resolve} comes to its answer; it may name the user, and holds no secret. No
   * one is asked over a network, so of a cloud only what it would do is told.
   */
  public Explanation explain(String host, String repository) {
    return Explanation.of(search(host, repository, Source::foresee));
  }

  private Search search(
      String host, String repository, BiFunction<Source, Target, Finding> question) {
    List<Source> all = Stream.concat(Stream.of(variables, secrets), others.stream()).toList();
    return Search.through(all, new Target(host, repository), question);
  }
}
