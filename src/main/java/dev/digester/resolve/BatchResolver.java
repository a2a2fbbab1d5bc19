package dev.digester.resolve;

import dev.digester.credentials.Keychain;
import dev.digester.reference.ImageReference;
import dev.digester.registry.Deadline;
import dev.digester.registry.RegistryClient;
import dev.digester.resolve.Resolution.Cause;
import dev.digester.resolve.Resolution.Failed;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Resolves all images of a run, each distinct one once, all at the same time. */
public final class BatchResolver {
  private final Resolver resolver;
  private final Deadline deadline;

  /**
   * A batch that asks another resolver.
   *
   * @param resolver asked once for each distinct image, by many threads
   * @param deadline when to stop waiting
   */
  public BatchResolver(Resolver resolver, Deadline deadline) {
    this.resolver = resolver;
    this.deadline = deadline;
  }

  /** Looks images up in mirrors and registries. Opens no connection before the first question. */
  public static BatchResolver of(ResolveSettings settings, Keychain keychain, Deadline deadline) {
    var client = new RegistryClient(settings.network(), settings.registries(), keychain);
    var mirrors = new MirrorResolver(client, settings.registries(), settings.platforms(), deadline);
    return new BatchResolver(new OnceResolver(mirrors), deadline);
  }

  /**
   * One resolution for each reference, in the order given. References that ask for the same ({@code
   * nginx} and {@code docker.io/library/nginx:latest}) share a look-up. Returns at the deadline at
   * the latest: what is open then has failed and says so.
   */
  public Map<ImageReference, Resolution> resolveAll(Collection<ImageReference> references) {
    var distinct = new LinkedHashMap<String, ImageReference>();
    references.forEach(reference -> distinct.putIfAbsent(reference.canonical(), reference));
    var answers = NetworkHint.addTo(resolveDistinct(distinct));
    var all = new LinkedHashMap<ImageReference, Resolution>();
    for (var reference : references) {
      all.computeIfAbsent(reference, r -> answers.get(r.canonical()));
    }
    return all;
  }

  private Map<String, Resolution> resolveDistinct(Map<String, ImageReference> distinct) {
    var answers = new LinkedHashMap<String, Resolution>();
    // Not closed, which would wait for those that are late; virtual threads end with the program.
    @SuppressWarnings("resource")
    var executor = Executors.newVirtualThreadPerTaskExecutor();
    try {
      var open = new LinkedHashMap<String, Future<Resolution>>();
      distinct.forEach(
          (name, reference) -> open.put(name, executor.submit(() -> resolver.resolve(reference))));
      open.forEach((name, future) -> answers.put(name, await(future)));
    } finally {
      executor.shutdownNow();
    }
    return answers;
  }

  private Resolution await(Future<Resolution> future) {
    try {
      return future.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return late();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return late();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a resolver broke its promise to answer", e.getCause());
    }
  }

  private static Resolution late() {
    return new Failed(
        Cause.TIMED_OUT,
        "no answer when the time for the whole run was up; 'timeout' sets it",
        List.of());
  }
}
