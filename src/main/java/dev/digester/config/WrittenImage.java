package dev.digester.config;

import static java.util.Objects.requireNonNullElse;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An entry of {@code images} as it is written, in either form. */
record WrittenImage(
    Optional<String> name,
    boolean nameRegex,
    Optional<String> newName,
    Optional<String> newTag,
    Optional<String> tagSuffix,
    Optional<String> digest,
    Optional<String> prefix,
    Optional<String> newPrefix,
    @Nullable Where where) {

  ImageEntry entry() {
    if (name.isPresent() == prefix.isPresent()) {
      throw new IllegalArgumentException(
          name.isPresent() ? "name and prefix exclude each other" : "name is missing, or prefix");
    }
    if (name.isPresent() && newPrefix.isPresent()) {
      throw new IllegalArgumentException("newPrefix needs prefix in place of name");
    }
    Where place = requireNonNullElse(where, Where.ANY);
    return name.<ImageEntry>map(
            n -> new ImageEntry.Rewrite(n, nameRegex, newName, newTag, tagSuffix, digest, place))
        .orElseGet(() -> relocation(place));
  }

  private ImageEntry relocation(Where place) {
    boolean rewrites =
        nameRegex || Stream.of(newName, newTag, tagSuffix, digest).anyMatch(Optional::isPresent);
    if (rewrites) {
      throw new IllegalArgumentException(
          "prefix takes newPrefix and where only; use another entry for the rest");
    }
    return new ImageEntry.Relocation(
        prefix.orElseThrow(),
        newPrefix.orElseThrow(() -> new IllegalArgumentException("newPrefix is missing")),
        place);
  }
}
