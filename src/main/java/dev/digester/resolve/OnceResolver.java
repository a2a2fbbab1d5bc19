package dev.digester.resolve;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks once for each distinct question; anyone who asks the same meanwhile or later gets the same.
 */
public final class OnceResolver implements Resolver {
  private final Map<Question.Identity, CompletableFuture<Resolution>> answers =
      new ConcurrentHashMap<>();
  private final Resolver next;

  public OnceResolver(Resolver next) {
    this.next = next;
  }

  @Override
  public Resolution resolve(Question question) {
    var mine = new CompletableFuture<Resolution>();
    var others = answers.putIfAbsent(question.identity(), mine);
    if (others != null) {
      return others.join();
    }
    try {
      mine.complete(next.resolve(question));
    } finally {
      // Has an effect only if there is no answer, because the next one is broken.
      mine.completeExceptionally(
          new IllegalStateException("no answer for " + question.reference()));
    }
    return mine.join();
  }
}
