package dev.digester.kustomization;

import dev.digester.document.FieldPath;
import dev.digester.document.Key;
import dev.digester.document.Mapping;
import dev.digester.document.Node;
import dev.digester.document.Scalar;
import dev.digester.reference.Digest;
import java.util.Optional;

/**
 * An entry of a Kustomization's {@code images}. A plain number counts as its characters: {@code
 * newTag: 1.10} is the tag 1.10, although kustomize refuses it without quotes.
 *
 * @param node the entry; where the list has an alias, the anchored entry
 * @param path from the root of the document
 */
public record KustomizationImage(Mapping node, FieldPath path) {
  private static final Key NAME = Key.of("name");
  private static final Key NEW_NAME = Key.of("newName");
  private static final Key NEW_TAG = Key.of("newTag");
  private static final Key TAG_SUFFIX = Key.of("tagSuffix");
  static final Key DIGEST = Key.of("digest");

  /** The name that the entry is for. */
  public Optional<String> name() {
    return value(NAME);
  }

  /** The name that the entry puts in place of {@link #name}. */
  public Optional<String> newName() {
    return value(NEW_NAME);
  }

  /** The tag that the entry sets, a digest after it included. */
  public Optional<String> newTag() {
    return value(NEW_TAG);
  }

  /** The digest as written. */
  public Optional<String> digest() {
    return value(DIGEST);
  }

  /**
   * The image that the build will name: {@code newName}, else {@code name}, with the tag. Empty
   * where the entry sets no tag, since then the manifests decide.
   */
  public Optional<String> image() {
    Optional<String> name = newName().or(this::name);
    if (name.isEmpty() || newTag().isEmpty()) {
      return Optional.empty();
    }
    String tag = newTag().get() + value(TAG_SUFFIX).orElse("");
    return Optional.of(name.get() + ":" + tag);
  }

  /** Whether the entry has a digest: its own, or one in {@code newTag}. */
  public boolean isPinned() {
    return digest().isPresent() || newTag().filter(tag -> tag.indexOf('@') >= 0).isPresent();
  }

  /** What results point at: the tag, else the entry. */
  public Node tagNode() {
    Optional<Scalar> tag = node.scalar(NEW_TAG);
    return tag.isPresent() ? tag.get() : node;
  }

  /**
   * The change that gives the entry a digest, in place of the one that it may have.
   *
   * @throws IllegalStateException if the entry has no tag, or a digest in its tag
   */
  public DigestChange withDigest(Digest digest) {
    if (newTag().filter(tag -> tag.indexOf('@') < 0).isEmpty()) {
      throw new IllegalStateException("the entry " + path + " cannot get a digest");
    }
    return DigestChange.of(node, NEW_TAG, digest);
  }

  private Optional<String> value(Key key) {
    return node.text(key).filter(text -> !text.isEmpty());
  }
}
