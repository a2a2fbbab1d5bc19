package dev.digester.registry;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The media types of manifests. All are asked for at once: a registry that is not told about one
 * answers 404, or converts the manifest, which then has another digest.
 */
enum ManifestType {
  OCI_INDEX("application/vnd.oci.image.index.v1+json"),
  DOCKER_LIST("application/vnd.docker.distribution.manifest.list.v2+json"),
  OCI_MANIFEST("application/vnd.oci.image.manifest.v1+json"),
  DOCKER_MANIFEST("application/vnd.docker.distribution.manifest.v2+json");

  /** The Accept header. */
  static final String ACCEPT =
      Arrays.stream(values()).map(ManifestType::mediaType).collect(Collectors.joining(", "));

  /** What schema 1 is called, signed or not, begins like this. */
  private static final String SCHEMA_ONE = "application/vnd.docker.distribution.manifest.v1+";

  private final String mediaType;

  ManifestType(String mediaType) {
    this.mediaType = mediaType;
  }

  String mediaType() {
    return mediaType;
  }

  boolean isIndex() {
    return this == OCI_INDEX || this == DOCKER_LIST;
  }

  /** The type that a Content-Type header names, whatever its parameters. */
  static Optional<ManifestType> of(String contentType) {
    var bare = bare(contentType);
    return Arrays.stream(values()).filter(type -> type.mediaType.equals(bare)).findFirst();
  }

  /** The type of a manifest whose Content-Type says nothing. */
  static Optional<ManifestType> of(Json manifest) {
    var named = manifest.text("mediaType").flatMap(ManifestType::of);
    if (named.isPresent() || !manifest.number("schemaVersion").equals(Optional.of("2"))) {
      return named;
    }
    if (manifest.has("manifests")) {
      return Optional.of(OCI_INDEX);
    }
    return manifest.has("config") ? Optional.of(OCI_MANIFEST) : Optional.empty();
  }

  static boolean isSchemaOne(String contentType) {
    return bare(contentType).startsWith(SCHEMA_ONE);
  }

  private static String bare(String contentType) {
    return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }
}
