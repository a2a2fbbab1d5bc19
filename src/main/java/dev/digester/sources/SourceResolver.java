package dev.digester.sources;

import dev.digester.reference.Digest;
import dev.digester.reference.ImageReference;
import dev.digester.resolve.Question;
import dev.digester.resolve.Resolution;
import dev.digester.resolve.Resolver;
import dev.digester.resolve.Source;
import java.util.List;
import java.util.Optional;

/**
 * Answers from files; another resolver knows the rest. Where a whole reference takes an image's
 * place, the stage that writes it asks {@link DigestSources#find} itself and comes here only with a
 * replacement that lacks a digest.
 */
public final class SourceResolver implements Resolver {
  private final Resolver next;
  private final DigestSources sources;

  public SourceResolver(Resolver next, DigestSources sources) {
    this.next = next;
    this.sources = sources;
  }

  @Override
  public Resolution resolve(Question question) {
    return sources
        .find(question.reference())
        .flatMap(answer -> resolved(question.reference(), answer))
        .orElseGet(() -> next.resolve(question));
  }

  private static Optional<Resolution> resolved(ImageReference asked, FileAnswer answer) {
    return switch (answer) {
      case FileAnswer.Pinned(var digest, var mediaType, _) ->
          Optional.of(resolved(digest, mediaType.orElse("")));
      case FileAnswer.Replaced(var reference, _) ->
          reference
              .digest()
              .filter(_ -> Known.nameOf(reference).equals(Known.nameOf(asked)))
              .map(digest -> resolved(digest, ""));
    };
  }

  private static Resolution resolved(Digest digest, String mediaType) {
    return new Resolution.Resolved(
        digest, mediaType, Source.FILE, Optional.empty(), List.of(), List.of());
  }
}
