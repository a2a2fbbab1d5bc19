package dev.digester.demo;

/**
 * The media types of one of the two families of image formats.
 *
 * @param index of a manifest that lists one manifest for each platform
 * @param manifest of an image for one platform
 * @param config of an image's configuration
 * @param layer of a layer, a tar archive without compression
 */
record ImageFormat(String index, String manifest, String config, String layer) {
  /** OCI image-spec 1.1, media-types.md. */
  static final ImageFormat OCI =
      new ImageFormat(
          "application/vnd.oci.image.index.v1+json",
          "application/vnd.oci.image.manifest.v1+json",
          "application/vnd.oci.image.config.v1+json",
          "application/vnd.oci.image.layer.v1.tar");

  /** Docker's Image Manifest Version 2, Schema 2. */
  static final ImageFormat DOCKER =
      new ImageFormat(
          "application/vnd.docker.distribution.manifest.list.v2+json",
          "application/vnd.docker.distribution.manifest.v2+json",
          "application/vnd.docker.container.image.v1+json",
          "application/vnd.docker.image.rootfs.diff.tar");
}
