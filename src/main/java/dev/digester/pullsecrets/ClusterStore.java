package dev.digester.pullsecrets;

import dev.digester.cluster.ApiServer;
import dev.digester.cluster.ClusterException;
import dev.digester.credentials.PullSecret;
import dev.digester.document.Mapping;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The Secrets and ServiceAccounts of a cluster: each is asked for once, at the first need, by
 * whichever thread has it. One that is missing is a warning: the pod may be meant for a namespace
 * that is yet to be filled.
 */
public final class ClusterStore implements Store {

  /** Where a resource goes that names no namespace. */
  private static final String DEFAULT_NAMESPACE = "default";

  private final FutureTask<ApiServer> server;
  private final Map<ObjectName, FutureTask<Optional<PullSecret>>> secrets =
      new ConcurrentHashMap<>();
  private final Map<ObjectName, FutureTask<Optional<List<String>>>> accounts =
      new ConcurrentHashMap<>();
  private final NavigableSet<String> warnings = new ConcurrentSkipListSet<>();

  /**
   * @param server connects to the cluster; asked once, when the first object is needed
   */
  public ClusterStore(Supplier<ApiServer> server) {
    this.server = new FutureTask<>(server::get);
  }

  /** What was missing, a line each, in alphabetical order. */
  public List<String> warnings() {
    return List.copyOf(warnings);
  }

  /**
   * {@inheritDoc}
   *
   * @throws ClusterException if the cluster does not answer the question
   */
  @Override
  public Optional<PullSecret> secret(ObjectName name) {
    return once(
        secrets.computeIfAbsent(
            full(name), n -> new FutureTask<>(() -> get("secrets", "Secret", n).map(read(n)))));
  }

  private static Function<Mapping, PullSecret> read(ObjectName name) {
    return secret -> KubernetesObjects.secret(secret, "Secret " + name + " of the cluster");
  }

  /**
   * {@inheritDoc}
   *
   * @throws ClusterException if the cluster does not answer the question
   */
  @Override
  public Optional<List<String>> pullSecretsOf(ObjectName serviceAccount) {
    return once(
        accounts.computeIfAbsent(
            full(serviceAccount),
            n ->
                new FutureTask<>(() ->
                    get("serviceaccounts", "ServiceAccount", n)
                        .map(KubernetesObjects::imagePullSecrets))));
  }

  private static ObjectName full(ObjectName name) {
    return new ObjectName(Optional.of(name.namespace().orElse(DEFAULT_NAMESPACE)), name.name());
  }

  private Optional<Mapping> get(String resource, String kind, ObjectName name) {
    String namespace = name.namespace().orElse(DEFAULT_NAMESPACE);
    // A cluster that was not found once is not looked for again.
    Optional<Mapping> found = once(server).get(resource, namespace, name.name());
    if (found.isEmpty()) {
      warnings.add(
          "the cluster has no %s %s: images are looked up without it".formatted(kind, name));
    }
    return found;
  }

  /** What came of a task, which the first thread to ask for it runs. */
  private static <T> T once(FutureTask<T> task) {
    task.run();
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof ClusterException failure
          ? failure
          : new IllegalStateException("asking a cluster", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClusterException("the cluster was not waited for: the run was ended");
    }
  }
}
