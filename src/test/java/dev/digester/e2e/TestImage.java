package dev.digester.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A small image whose digest depends on its name only.
 *
 * @param name repository and tag, {@code team/app:v1}
 * @param mediaType of the manifest
 * @param manifest the manifest, ASCII
 * @param blobs what the manifest names and the registry must hold first
 * @param children manifests that an index names
 */
record TestImage(
    String name, String mediaType, String manifest, List<String> blobs, List<TestImage> children) {
  static final String OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json";
  static final String OCI_INDEX = "application/vnd.oci.image.index.v1+json";
  static final String DOCKER_MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";
  static final String DOCKER_LIST = "application/vnd.docker.distribution.manifest.list.v2+json";

  private static final String OCI_CONFIG = "application/vnd.oci.image.config.v1+json";
  private static final String DOCKER_CONFIG = "application/vnd.docker.container.image.v1+json";
  private static final String OCI_LAYER = "application/vnd.oci.image.layer.v1.tar";
  private static final String DOCKER_LAYER = "application/vnd.docker.image.rootfs.diff.tar.gzip";

  /** An OCI image for linux/amd64. */
  static TestImage oci(String name) {
    return image(name, OCI_MANIFEST, "amd64");
  }

  /** An image as docker writes it, schema 2. */
  static TestImage docker(String name) {
    return image(name, DOCKER_MANIFEST, "amd64");
  }

  /** An OCI index of images for amd64 and arm64. */
  static TestImage index(String name) {
    return listing(name, OCI_INDEX, OCI_MANIFEST);
  }

  /** A docker manifest list of images for amd64 and arm64. */
  static TestImage dockerList(String name) {
    return listing(name, DOCKER_LIST, DOCKER_MANIFEST);
  }

  String digest() {
    return digest(manifest);
  }

  String repository() {
    return name.substring(0, name.lastIndexOf(':'));
  }

  String tag() {
    return name.substring(name.lastIndexOf(':') + 1);
  }

  private static TestImage image(String name, String mediaType, String architecture) {
    boolean oci = mediaType.equals(OCI_MANIFEST);
    String layer = "the only layer of " + name;
    String config =
        """
        {"architecture":"%s","os":"linux","rootfs":{"type":"layers","diff_ids":["%s"]}}\
        """
            .formatted(architecture, digest(layer));
    String manifest =
        "{\"schemaVersion\":2,\"mediaType\":\"%s\",\"config\":%s,\"layers\":[%s]}"
            .formatted(
                mediaType,
                descriptor(oci ? OCI_CONFIG : DOCKER_CONFIG, config, ""),
                descriptor(oci ? OCI_LAYER : DOCKER_LAYER, layer, ""));
    return new TestImage(name, mediaType, manifest, List.of(config, layer), List.of());
  }

  private static TestImage listing(String name, String mediaType, String childType) {
    List<String> architectures = List.of("amd64", "arm64");
    List<TestImage> children =
        architectures.stream().map(one -> image(name, childType, one)).toList();
    String manifests =
        architectures.stream()
            .map(one ->
                descriptor(
                    childType,
                    children.get(architectures.indexOf(one)).manifest(),
                    ",\"platform\":{\"architecture\":\"" + one + "\",\"os\":\"linux\"}"))
            .collect(Collectors.joining(","));
    String manifest =
        "{\"schemaVersion\":2,\"mediaType\":\"%s\",\"manifests\":[%s]}"
            .formatted(mediaType, manifests);
    return new TestImage(name, mediaType, manifest, List.of(), children);
  }

  private static String descriptor(String mediaType, String content, String more) {
    return "{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":%d%s}"
        .formatted(mediaType, digest(content), content.length(), more);
  }

  static String digest(String content) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return "sha256:" + HexFormat.of().formatHex(sha256.digest(content.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
