package dev.digester.reference;

import java.util.Optional;

/**
 * The name of an image: what its user wrote, and what a registry is asked for. References are equal
 * when they are written alike.
 *
 * <p>{@code nginx} is written {@code nginx}; it lies in the repository {@code library/nginx} of the
 * registry {@code docker.io}, and its tag is {@code latest}.
 */
public final class ImageReference {
  private static final String DEFAULT_TAG = "latest";

  private final String written;
  private final String host;
  private final String repository;
  private final Optional<String> tag;
  private final Optional<Digest> digest;

  ImageReference(
      String written, RepositoryName name, Optional<String> tag, Optional<Digest> digest) {
    this.written = written;
    this.host = name.host();
    this.repository = name.path();
    this.tag = tag;
    this.digest = digest;
  }

  /**
   * Parses what is in an {@code image:} field.
   *
   * @throws InvalidReferenceException if distribution/reference would refuse it
   */
  public static ImageReference parse(String written) {
    return new ReferenceParser(written).parse();
  }

  /** The reference as it was written, to the letter. */
  public String written() {
    return written;
  }

  /**
   * The registry, with its port if one was written: {@code docker.io}, {@code localhost:5000}. What
   * settings and credentials are named by.
   */
  public String host() {
    return host;
  }

  /** The repository within the registry: {@code library/nginx}. */
  public String repository() {
    return repository;
  }

  /** The tag, if one was written. */
  public Optional<String> tag() {
    return tag;
  }

  /** The digest, if one was written. */
  public Optional<Digest> digest() {
    return digest;
  }

  /**
   * What the registry is asked for: the tag; where none was written, the digest; without both,
   * {@code latest}.
   */
  public String asked() {
    return tag.orElseGet(() -> digest.map(Digest::toString).orElse(DEFAULT_TAG));
  }

  /**
   * The one spelling that all references have in common that ask for the same: {@code
   * docker.io/library/nginx:latest}.
   */
  public String canonical() {
    var separator = tag.isEmpty() && digest.isPresent() ? "@" : ":";
    return host + "/" + repository + separator + asked();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ImageReference that && written.equals(that.written);
  }

  @Override
  public int hashCode() {
    return written.hashCode();
  }

  @Override
  public String toString() {
    return written;
  }
}
