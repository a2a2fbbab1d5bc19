package dev.digester.config;

import java.util.Optional;

/** An image of the catalog's set-image and of kustomize's ImageTagTransformer as it is written. */
record CatalogImage(
    Optional<String> name,
    Optional<String> newName,
    Optional<String> newTag,
    Optional<String> tagSuffix,
    Optional<String> digest) {
  static final CatalogImage NONE =
      new CatalogImage(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  CatalogImage {
    name = present(name);
    newName = present(newName);
    newTag = present(newTag);
    tagSuffix = present(tagSuffix);
    digest = present(digest);
  }

  /** Both take an empty value for one that is not there. */
  private static Optional<String> present(Optional<String> text) {
    return text.filter(t -> !t.isEmpty());
  }

  ImageEntry.Rewrite entry() {
    return new ImageEntry.Rewrite(
        name.orElse(""), false, newName, newTag, tagSuffix, digest, Where.ANY);
  }
}
