package dev.digester.pullsecrets;

import dev.digester.cluster.ApiServer;
import dev.digester.cluster.ClusterException;
import dev.digester.credentials.PullSecret;
import dev.digester.document.Mapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * The Secrets and ServiceAccounts of a cluster: each is asked for once, at the first need. One that
 * is missing is a warning: the pod may be meant for a namespace that is yet to be filled.
 */
public final class ClusterStore implements Store {

  /** Where a resource goes that names no namespace. */
  private static final String DEFAULT_NAMESPACE = "default";

  private final FutureTask<ApiServer> server;
  private final Map<ObjectName, Optional<PullSecret>> secrets = new HashMap<>();
  private final Map<ObjectName, Optional<List<String>>> accounts = new HashMap<>();
  private final Map<Asked, ClusterException> refusals = new HashMap<>();
  private final List<String> warnings = new ArrayList<>();

  private record Asked(String resource, ObjectName name) {}

  /**
   * @param server connects to the cluster; asked once, when the first object is needed
   */
  public ClusterStore(Supplier<ApiServer> server) {
    this.server = new FutureTask<>(server::get);
  }

  /** What was missing, a line each. */
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
    ObjectName full = full(name);
    return secrets.computeIfAbsent(
        full,
        n ->
            get("secrets", "Secret", n)
                .map(
                    secret -> KubernetesObjects.secret(secret, "Secret " + n + " of the cluster")));
  }

  /**
   * {@inheritDoc}
   *
   * @throws ClusterException if the cluster does not answer the question
   */
  @Override
  public Optional<List<String>> pullSecretsOf(ObjectName serviceAccount) {
    return accounts.computeIfAbsent(
        full(serviceAccount),
        n -> get("serviceaccounts", "ServiceAccount", n).map(KubernetesObjects::imagePullSecrets));
  }

  private static ObjectName full(ObjectName name) {
    return new ObjectName(Optional.of(name.namespace().orElse(DEFAULT_NAMESPACE)), name.name());
  }

  private Optional<Mapping> get(String resource, String kind, ObjectName name) {
    Asked asked = new Asked(resource, name);
    if (refusals.containsKey(asked)) {
      throw refusals.get(asked);
    }
    try {
      Optional<Mapping> found =
          server().get(resource, name.namespace().orElse(DEFAULT_NAMESPACE), name.name());
      if (found.isEmpty()) {
        warnings.add(
            "the cluster has no %s %s: images are looked up without it".formatted(kind, name));
      }
      return found;
    } catch (ClusterException refusal) {
      refusals.put(asked, refusal);
      throw refusal;
    }
  }

  /** A cluster that was not found once is not looked for again. */
  private ApiServer server() {
    server.run();
    try {
      return server.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof ClusterException failure
          ? failure
          : new IllegalStateException("connecting to a cluster", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClusterException("the cluster was not waited for: the run was ended");
    }
  }
}
