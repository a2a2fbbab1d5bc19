package dev.digester.lock;

import dev.digester.reference.ImageReference;
import dev.digester.reference.Platform;
import dev.digester.resolve.Question;
import dev.digester.resolve.Resolution;
import dev.digester.resolve.Resolver;
import dev.digester.resolve.Source;
import java.util.List;
import java.util.Optional;

/** Answers from a lock; another resolver knows the rest, unless the lock is frozen. */
public final class LockedResolver implements Resolver {
  private final Resolver next;
  private final Answers answers;

  /**
   * What a lock says to questions of one run.
   *
   * @param lock empty where there is none
   * @param platforms what every image must have; an entry that is not known to have them does not
   *     count
   * @param adding the command that adds an image to the lock, for messages
   */
  public record Answers(
      LockMode mode, Optional<ImageLock> lock, List<Platform> platforms, String adding) {
    public Answers {
      platforms = List.copyOf(platforms);
    }

    /** The answer for an image; empty where someone else is to be asked. */
    public Optional<Resolution> of(ImageReference reference) {
      return switch (mode) {
        case OFF, REFRESH -> Optional.empty();
        case USE, UPDATE -> found(reference);
        case FROZEN -> Optional.of(found(reference).orElseGet(() -> missing(reference)));
      };
    }

    private Optional<Resolution> found(ImageReference reference) {
      return lock.flatMap(own -> own.find(reference, platforms)).map(Answers::resolved);
    }

    private static Resolution resolved(LockEntry entry) {
      return new Resolution.Resolved(
          entry.digest(),
          entry.mediaType().orElse(""),
          Source.LOCK,
          Optional.empty(),
          entry.platforms(),
          List.of());
    }

    private Resolution missing(ImageReference reference) {
      return new Resolution.Failed(
          Resolution.Cause.UNLOCKED, reason(reference) + "; '" + adding + "' adds it", List.of());
    }

    private String reason(ImageReference reference) {
      return lock.map(own ->
              own.find(reference)
                  .map(_ -> lacksPlatforms(own))
                  .orElse("it is not in " + own.path() + ", and the lock is frozen"))
          .orElse("there is no lock, and only a lock may answer");
    }

    private String lacksPlatforms(ImageLock own) {
      List<String> names = platforms.stream().map(Platform::toString).toList();
      return "its entry in %s does not say that it has %s, and the lock is frozen"
          .formatted(own.path(), String.join(", ", names));
    }
  }

  /**
   * A lock before a resolver.
   *
   * @param next asked for what the lock leaves open
   */
  public LockedResolver(Resolver next, Answers answers) {
    this.next = next;
    this.answers = answers;
  }

  @Override
  public Resolution resolve(Question question) {
    return answers.of(question.reference()).orElseGet(() -> next.resolve(question));
  }
}
