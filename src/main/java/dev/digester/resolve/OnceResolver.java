package dev.digester.resolve;

import dev.digester.reference.ImageReference;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks once for each distinct image; whoever asks for the same meanwhile or later gets the same.
 */
public final class OnceResolver implements Resolver {
  private final Map<String, CompletableFuture<Resolution>> answers = new ConcurrentHashMap<>();
  private final Resolver next;

  public OnceResolver(Resolver next) {
    this.next = next;
  }

  @Override
  public Resolution resolve(ImageReference reference) {
    var mine = new CompletableFuture<Resolution>();
    var others = answers.putIfAbsent(reference.canonical(), mine);
    if (others != null) {
      return others.join();
    }
    try {
      mine.complete(next.resolve(reference));
    } finally {
      // Has an effect only if there is no answer, because the next one is broken.
      mine.completeExceptionally(new IllegalStateException("no answer for " + reference));
    }
    return mine.join();
  }
}
