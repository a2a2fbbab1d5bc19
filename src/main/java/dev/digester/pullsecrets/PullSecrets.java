package dev.digester.pullsecrets;

import dev.digester.cluster.ClusterException;
import dev.digester.credentials.PullSecret;
import dev.digester.images.Workload;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * The pull secrets of workloads: those that the pod spec names, then those of its ServiceAccount.
 * The first store that has an object counts. An instance serves one run.
 */
public final class PullSecrets {
  private final List<Store> stores;
  private final Map<Workload, List<PullSecret>> known = new ConcurrentHashMap<>();

  public PullSecrets(List<Store> stores) {
    this.stores = List.copyOf(stores);
  }

  /**
   * Finds the pull secrets of workloads at the same time, where it takes a while to get at them.
   * What goes wrong is told when one of them is asked for.
   */
  public void prepare(Collection<Workload> workloads) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Set.copyOf(workloads).forEach(workload -> threads.execute(() -> prepare(workload)));
    }
  }

  private void prepare(Workload workload) {
    try {
      of(workload);
    } catch (ClusterException e) {
      // Anyone who asks for these gets the same, and tells it.
    }
  }

  /** What a workload's images may be pulled with, in the order in which it is tried. */
  public List<PullSecret> of(Workload workload) {
    List<PullSecret> found = known.get(workload);
    if (found == null) {
      // Anyone who asks at the same time finds the same.
      found = find(workload);
      known.put(workload, found);
    }
    return found;
  }

  private List<PullSecret> find(Workload workload) {
    if (stores.isEmpty()) {
      return List.of();
    }
    Set<String> names = new LinkedHashSet<>(workload.imagePullSecrets());
    ObjectName account = new ObjectName(workload.namespace(), workload.serviceAccount());
    first(store -> store.pullSecretsOf(account)).ifPresent(names::addAll);
    List<PullSecret> found = new ArrayList<>();
    for (String name : names) {
      ObjectName secret = new ObjectName(workload.namespace(), name);
      found.add(
          first(store -> store.secret(secret))
              .orElseGet(() -> PullSecret.missing("Secret " + secret)));
    }
    return List.copyOf(found);
  }

  private <T> Optional<T> first(Function<Store, Optional<T>> question) {
    return stores.stream().map(question).flatMap(Optional::stream).findFirst();
  }
}
