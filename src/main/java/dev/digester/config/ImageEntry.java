package dev.digester.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Optional;

/** A rule that rewrites images; the rules apply in order, each to the result of the one before. */
public sealed interface ImageEntry {
  /** Where the rule holds. */
  Where where();

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static ImageEntry of(WrittenImage written) {
    return written.entry();
  }

  /**
   * A rule of kustomize's {@code images}. The new values are written as given.
   *
   * @param name the image's name as written, without tag and digest
   * @param nameRegex whether the name is an {@link Expression} for the whole name
   * @param newName takes the name's place
   * @param newTag takes the tag's place
   * @param tagSuffix is appended to the tag, once
   * @param digest takes the digest's place
   * @see <a
   *     href="https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/images/">kustomize,
   *     images</a>
   */
  record Rewrite(
      String name,
      boolean nameRegex,
      Optional<String> newName,
      Optional<String> newTag,
      Optional<String> tagSuffix,
      Optional<String> digest,
      Where where)
      implements ImageEntry {

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if the name is to be an expression and is not
     */
    public Rewrite {
      if (nameRegex) {
        Expression.of("name", name);
      }
    }
  }

  /**
   * A rule that moves images to another registry.
   *
   * @param prefix of the image as written
   * @param newPrefix takes its place
   */
  record Relocation(String prefix, String newPrefix, Where where) implements ImageEntry {
    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if the prefix is empty
     */
    public Relocation {
      if (prefix.isEmpty()) {
        throw new IllegalArgumentException("prefix must not be empty");
      }
    }
  }
}
