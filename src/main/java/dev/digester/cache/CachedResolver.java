package dev.digester.cache;

import dev.digester.cache.DiskCache.Entry;
import dev.digester.credentials.Answer;
import dev.digester.credentials.Credential;
import dev.digester.credentials.Keychain;
import dev.digester.reference.ImageReference;
import dev.digester.reference.Platform;
import dev.digester.resolve.Question;
import dev.digester.resolve.Resolution;
import dev.digester.resolve.Resolver;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Answers from a cache; another resolver knows the rest, and what it knows is kept. */
public final class CachedResolver implements Resolver {
  /** The identity of an answer that a registry gave without asking who asks. */
  private static final String ANYBODY = "anybody";

  private final Resolver next;
  private final DiskCache cache;
  private final Terms terms;
  private final Map<Keychain, Asked> keychains = new ConcurrentHashMap<>();

  /**
   * What an answer must be to count.
   *
   * @param ttl how long it is kept
   * @param platforms what every image must have; an answer that does not say so does not count
   */
  public record Terms(Duration ttl, List<Platform> platforms, InstantSource clock) {
    public Terms {
      platforms = List.copyOf(platforms);
    }
  }

  public CachedResolver(Resolver next, DiskCache cache, Terms terms) {
    this.next = next;
    this.cache = cache;
    this.terms = terms;
  }

  @Override
  public Resolution resolve(Question question) {
    Optional<Resolution> kept = cache.key().flatMap(key -> find(key, question));
    return kept.orElseGet(() -> ask(question));
  }

  private Optional<Resolution> find(CacheKey key, Question question) {
    List<Entry> others = new ArrayList<>();
    for (Entry entry : cache.find(key, question.reference().canonical())) {
      boolean counts =
          entry.answer().isFresh(terms.clock().instant(), terms.ttl())
              && entry.answer().has(terms.platforms());
      if (counts && entry.identity().equals(key.hash(ANYBODY))) {
        return Optional.of(entry.answer().resolved());
      }
      if (counts) {
        others.add(entry);
      }
    }
    return others.stream()
        .filter(entry -> entry.identity().equals(identity(key, question, entry.answer().mirror())))
        .<Resolution>map(entry -> entry.answer().resolved())
        .findFirst();
  }

  private Resolution ask(Question question) {
    // One for each keychain: questions that share it share tokens of a registry.
    Asked asked = keychains.computeIfAbsent(question.keychain(), Asked::new);
    Resolution resolution = next.resolve(new Question(question.reference(), asked));
    if (resolution instanceof Resolution.Resolved resolved) {
      cache.keyToWrite().ifPresent(key -> keep(key, question, asked, resolved));
    }
    return resolution;
  }

  private void keep(CacheKey key, Question question, Asked asked, Resolution.Resolved resolved) {
    String identity =
        asked.wasAsked() ? identity(key, question, resolved.mirror()) : key.hash(ANYBODY);
    cache.put(
        key,
        new Entry(
            identity,
            CachedAnswer.of(question.reference().canonical(), resolved, terms.clock().instant())));
  }

  /** Who asks a registry, and the mirror that answered in its place. */
  private static String identity(CacheKey key, Question question, Optional<String> mirror) {
    ImageReference reference = question.reference();
    String origin = credential(question.keychain(), reference.host(), reference.repository());
    String other =
        mirror
            .map(host -> credential(question.keychain(), host, reference.repository()))
            .orElse("");
    return key.hash("somebody", origin, other);
  }

  private static String credential(Keychain keychain, String host, String repository) {
    return switch (keychain.resolve(host, repository)) {
      case Answer.None _ -> "none";
      case Answer.Found(Credential credential, _) ->
          switch (credential) {
            case Credential.Basic(String user, String password) ->
                "basic " + user.length() + " " + user + password;
            case Credential.IdentityToken(String token) -> "identity " + token;
            case Credential.RegistryToken(String token) -> "registry " + token;
          };
    };
  }
}
