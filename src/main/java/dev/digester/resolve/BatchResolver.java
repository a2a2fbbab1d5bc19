package dev.digester.resolve;

import dev.digester.credentials.Answer;
import dev.digester.credentials.Keychain;
import dev.digester.registry.Deadline;
import dev.digester.registry.ManifestQuery;
import dev.digester.registry.RegistryClient;
import dev.digester.resolve.Resolution.Cause;
import dev.digester.resolve.Resolution.Failed;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Resolves all images of a run, each distinct one once, all at the same time. */
public final class BatchResolver implements AutoCloseable {
  private final Resolver resolver;
  private final Deadline deadline;
  private final Consumer<Collection<Question>> announcement;
  private final boolean inContainer;
  private final Runnable end;

  /**
   * A batch that asks another resolver.
   *
   * @param resolver asked once for each distinct question, by many threads
   * @param deadline when to stop waiting
   */
  public BatchResolver(Resolver resolver, Deadline deadline) {
    this(resolver, deadline, _ -> {}, false, () -> {});
  }

  private BatchResolver(
      Resolver resolver,
      Deadline deadline,
      Consumer<Collection<Question>> announcement,
      boolean inContainer,
      Runnable end) {
    this.resolver = resolver;
    this.deadline = deadline;
    this.announcement = announcement;
    this.inContainer = inContainer;
    this.end = end;
  }

  /** Looks images up in mirrors and registries. Opens no connection before the first question. */
  public static BatchResolver of(ResolveSettings settings, Deadline deadline) {
    Keychain nobody = (_, _) -> new Answer.None(List.of(), Optional.empty());
    return of(
        settings, deadline, new RegistryClient(settings.network(), settings.registries(), nobody));
  }

  /**
   * Looks images up with a client, which is closed with the batch; tests have one that is quick.
   */
  static BatchResolver of(ResolveSettings settings, Deadline deadline, RegistryClient client) {
    var mirrors = new MirrorResolver(client, settings, deadline);
    return new BatchResolver(
        new OnceResolver(mirrors),
        deadline,
        questions -> client.expect(hosts(questions, settings)),
        settings.network().inContainer(),
        client::close);
  }

  private static Set<String> hosts(Collection<Question> questions, ResolveSettings settings) {
    return questions.stream()
        .map(Question::reference)
        .flatMap(reference ->
            Stream.concat(
                Stream.of(ManifestQuery.of(reference, List.of())),
                settings.queries(reference).stream()))
        .map(ManifestQuery::host)
        .collect(Collectors.toSet());
  }

  /** Closes the connections, those of lookups that are late too. */
  @Override
  public void close() {
    end.run();
  }

  /**
   * One resolution for each question, in the order given. Questions that ask for the same ({@code
   * nginx} and {@code docker.io/library/nginx:latest}, with one keychain) share a lookup. Returns
   * at the deadline at the latest: what is open then has failed and says so.
   */
  public Map<Question, Resolution> resolveAll(Collection<Question> questions) {
    var distinct = new LinkedHashMap<Question.Identity, Question>();
    announcement.accept(questions);
    questions.forEach(question -> distinct.putIfAbsent(question.identity(), question));
    var resolved = resolveDistinct(distinct);
    var answers = inContainer ? NetworkHint.addTo(resolved) : resolved;
    var all = new LinkedHashMap<Question, Resolution>();
    for (var question : questions) {
      all.computeIfAbsent(question, q -> answers.get(q.identity()));
    }
    return all;
  }

  private <K> Map<K, Resolution> resolveDistinct(Map<K, Question> distinct) {
    var answers = new LinkedHashMap<K, Resolution>();
    // Not closed, which would wait for those that are late; virtual threads end with the program.
    @SuppressWarnings("resource")
    var executor = Executors.newVirtualThreadPerTaskExecutor();
    try {
      var open = new LinkedHashMap<K, Future<Resolution>>();
      distinct.forEach(
          (name, question) -> open.put(name, executor.submit(() -> resolver.resolve(question))));
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
