package dev.digester.resolve;

import dev.digester.credentials.Keychain;
import dev.digester.reference.ImageReference;
import dev.digester.registry.Deadline;
import java.util.Collection;
import java.util.Map;

/** Resolves all images of a run, each distinct one once, all at the same time. */
public final class BatchResolver {
  private final Resolver resolver;
  private final Deadline deadline;

  /**
   * @param resolver asked once for each distinct image, by many threads
   * @param deadline when to stop waiting
   */
  public BatchResolver(Resolver resolver, Deadline deadline) {
    this.resolver = resolver;
    this.deadline = deadline;
  }

  /** Looks images up in mirrors and registries. Opens no connection before the first question. */
  public static BatchResolver of(ResolveSettings settings, Keychain keychain, Deadline deadline) {
    return new BatchResolver(
        reference -> {
          throw new UnsupportedOperationException();
        },
        deadline);
  }

  /**
   * One resolution for each reference, in the order given. References that ask for the same ({@code
   * nginx} and {@code docker.io/library/nginx:latest}) share a look-up. Returns at the deadline at
   * the latest: what is open then has failed and says so.
   */
  public Map<ImageReference, Resolution> resolveAll(Collection<ImageReference> references) {
    throw new UnsupportedOperationException(resolver + " " + deadline + references);
  }
}
