package dev.digester.sources;

import dev.digester.lock.LockEntry;
import dev.digester.reference.ImageReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one file knows.
 *
 * @param path how messages name the file
 * @param known each key once: where a file has a name twice, the last counts
 * @param warnings what was passed over and why, one line each, with the path
 */
public record SourceFile(String path, List<Known> known, List<String> warnings) {
  public SourceFile {
    known = List.copyOf(known);
    warnings = List.copyOf(warnings);
  }

  /**
   * Reads a file.
   *
   * @throws SourceException if it is of no known shape, or a digest or reference in it is not one
   */
  public static SourceFile read(String path, String content) {
    return new SourceReader(path).read(content);
  }

  /**
   * Reads the {@code index.json} of an OCI image layout.
   *
   * @throws SourceException if it is not one
   */
  public static SourceFile layout(String path, String index) {
    return new SourceReader(path).readLayout(index);
  }

  /** What a lock takes of it. */
  public record Import(List<LockEntry> entries, List<String> warnings) {}

  /** The entries for a lock; a name without a tag, and one that moves elsewhere, is passed over. */
  public Import forLock() {
    Map<String, LockEntry> entries = new LinkedHashMap<>();
    List<String> passed = new ArrayList<>(warnings);
    for (Known one : known) {
      switch (one) {
        case Known.OfReference(var reference, var digest, var mediaType)
            when reference.tag().isPresent() -> {
          LockEntry entry =
              new LockEntry(LockEntry.normalised(reference), digest, mediaType, List.of());
          entries.put(entry.canonical(), entry);
        }
        case Known.OfReference(var reference, _, _) ->
            passed.add("%s: %s is passed over: it has no tag".formatted(path, reference));
        case Known.OfName(var name, var replacement) ->
            tagged(replacement)
                .ifPresentOrElse(
                    entry -> entries.put(entry.canonical(), entry),
                    () -> passed.add(passedOver(name, replacement)));
      }
    }
    return new Import(List.copyOf(entries.values()), List.copyOf(passed));
  }

  private static Optional<LockEntry> tagged(ImageReference replacement) {
    return replacement.digest().isPresent() && replacement.tag().isPresent()
        ? Optional.of(
            new LockEntry(
                LockEntry.normalised(replacement),
                replacement.digest().get(),
                Optional.empty(),
                List.of()))
        : Optional.empty();
  }

  private String passedOver(ImageReference name, ImageReference replacement) {
    String lacks = replacement.digest().isEmpty() ? "digest" : "tag";
    return "%s: %s is passed over: its tag %s has no %s".formatted(path, name, replacement, lacks);
  }
}
