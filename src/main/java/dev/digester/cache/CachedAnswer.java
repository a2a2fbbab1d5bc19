package dev.digester.cache;

import dev.digester.reference.Digest;
import dev.digester.reference.Platform;
import dev.digester.resolve.Resolution.Resolved;
import dev.digester.resolve.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An answer that is kept.
 *
 * @param image in the one spelling of all references to it
 * @param mirror host of the mirror that gave it, where one did
 * @param platforms what the image runs on; empty where that was not asked
 * @param stored when it was kept
 */
public record CachedAnswer(
    String image,
    Digest digest,
    String mediaType,
    Optional<String> mirror,
    List<Platform> platforms,
    List<Digest> children,
    Instant stored) {
  private static final int LINES = 7;

  public CachedAnswer {
    platforms = List.copyOf(platforms);
    children = List.copyOf(children);
  }

  static CachedAnswer of(String image, Resolved resolved, Instant now) {
    return new CachedAnswer(
        image,
        resolved.digest(),
        resolved.mediaType(),
        resolved.mirror(),
        resolved.platforms(),
        resolved.children(),
        now);
  }

  /** Whether it is young enough; one from the future is not. */
  boolean isFresh(Instant now, Duration ttl) {
    Duration age = Duration.between(stored, now);
    return !age.isNegative() && age.compareTo(ttl) < 0;
  }

  /** Whether the image is known to have all of some platforms. */
  boolean has(List<Platform> asked) {
    return asked.stream().allMatch(wanted -> platforms.stream().anyMatch(wanted::isServedBy));
  }

  Resolved resolved() {
    return new Resolved(digest, mediaType, Source.CACHE, mirror, platforms, children, List.of());
  }

  /** A line for each part. */
  String text() {
    return Arrays.asList(
            image,
            digest.toString(),
            mediaType,
            mirror.orElse(""),
            joined(platforms),
            joined(children),
            Long.toString(stored.toEpochMilli()))
        .stream()
        .collect(Collectors.joining("\n"));
  }

  private static String joined(List<?> values) {
    return values.stream().map(Object::toString).collect(Collectors.joining(" "));
  }

  /** The answer of a text; empty where it is not one. */
  static Optional<CachedAnswer> parse(String text) {
    String[] lines = text.split("\n", -1);
    if (lines.length != LINES) {
      return Optional.empty();
    }
    List<Platform> platforms = new ArrayList<>();
    words(lines[4]).forEach(word -> Platform.parse(word).ifPresent(platforms::add));
    List<Digest> children = new ArrayList<>();
    words(lines[5]).forEach(word -> Digest.parse(word).ifPresent(children::add));
    Optional<String> mirror = Optional.of(lines[3]).filter(host -> !host.isEmpty());
    try {
      Instant stored = Instant.ofEpochMilli(Long.parseLong(lines[6]));
      return Digest.parse(lines[1])
          .map(digest ->
              new CachedAnswer(lines[0], digest, lines[2], mirror, platforms, children, stored));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static List<String> words(String line) {
    return line.isEmpty() ? List.of() : List.of(line.split(" "));
  }
}
