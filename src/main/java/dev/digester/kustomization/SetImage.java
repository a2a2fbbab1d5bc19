package dev.digester.kustomization;

import dev.digester.reference.Digest;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An argument of {@code kustomize edit set image}: {@code [NAME=]NEW[:TAG][@DIGEST]}, split at the
 * first {@code =}; {@code :} and {@code @} count after the first {@code /} of NEW. A {@code *} in
 * the place of NEW, TAG or DIGEST keeps what the entry has.
 *
 * @param name the entry that is set
 */
public record SetImage(String name, Part newName, Part newTag, Part digest) {
  private static final String KEEP = "*";

  /** As distribution/reference has it: {@code [\w][\w.-]{0,127}}. */
  private static final Pattern TAG = Pattern.compile("\\w[\\w.-]{0,127}");

  private static final String FORMS =
      "; use [NAME=]NEW:TAG, [NAME=]NEW@DIGEST, [NAME=]NEW:TAG@DIGEST or NAME=NEW";

  /** What becomes of one key of the entry. */
  sealed interface Part {
    /** The key goes. */
    record Omit() implements Part {}

    /** The key stays as it is. */
    record Keep() implements Part {}

    /** The key gets a value. */
    record Set(String value) implements Part {}

    /** What the key holds afterwards. */
    default Optional<String> after(Optional<String> before) {
      return switch (this) {
        case Omit _ -> Optional.empty();
        case Keep _ -> before;
        case Set(String value) -> Optional.of(value);
      };
    }
  }

  /**
   * Reads an argument.
   *
   * @throws SetImageException if it has none of the forms, or holds what is not a tag or a digest
   */
  public static SetImage parse(String argument) {
    int equals = argument.indexOf('=');
    String name = equals < 0 ? "" : argument.substring(0, equals);
    Written written = Written.split(argument.substring(equals + 1));
    boolean sets = written.tag().isPresent() || written.digest().isPresent();
    String entry = name.isEmpty() ? written.name() : name;
    boolean named = !name.isEmpty() && !written.name().isEmpty();
    if (entry.isEmpty() || !(sets || named)) {
      throw new SetImageException("cannot use \"" + argument + "\" as an image" + FORMS);
    }
    return new SetImage(
        entry,
        named ? part(written.name()) : new Part.Omit(),
        written.tag().map(tag -> tag(argument, tag)).orElse(new Part.Omit()),
        written.digest().map(digest -> digest(argument, digest)).orElse(new Part.Omit()));
  }

  private static Part part(String text) {
    return text.equals(KEEP) ? new Part.Keep() : new Part.Set(text);
  }

  private static Part tag(String argument, String tag) {
    if (!tag.equals(KEEP) && !TAG.matcher(tag).matches()) {
      throw new SetImageException(
          "\"%s\": \"%s\" is not a tag (letters, digits, '_', '.' and '-', at most 128)"
              .formatted(argument, tag));
    }
    return part(tag);
  }

  private static Part digest(String argument, String digest) {
    if (!digest.equals(KEEP) && Digest.parse(digest).isEmpty()) {
      throw new SetImageException(
          "\"%s\": \"%s\" is not a digest (sha256: and 64 hexadecimal digits)"
              .formatted(argument, digest));
    }
    return part(digest);
  }

  /** NEW with what follows it; an empty tag or digest is one that is not written right. */
  private record Written(String name, Optional<String> tag, Optional<String> digest) {
    static Written split(String text) {
      int slash = Math.max(0, text.indexOf('/'));
      int at = text.indexOf('@', slash);
      int end = at < 0 ? text.length() : at;
      int colon = text.indexOf(':', slash);
      boolean tagged = colon >= 0 && colon < end;
      return new Written(
          text.substring(0, tagged ? colon : end),
          tagged ? Optional.of(text.substring(colon + 1, end)) : Optional.empty(),
          at < 0 ? Optional.empty() : Optional.of(text.substring(at + 1)));
    }
  }
}
