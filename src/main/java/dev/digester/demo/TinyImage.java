package dev.digester.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * An image of a few hundred bytes, made of nothing but its name, so its digest never changes.
 *
 * @param repository host and path, {@code docker.io/library/nginx}
 * @param tag the one tag that it has
 * @param top what the tag names: an index or a manifest
 * @param manifests the manifests that an index lists
 * @param blobs configurations and layers
 */
record TinyImage(String repository, String tag, Blob top, List<Blob> manifests, List<Blob> blobs) {
  private static final List<String> ARCHITECTURES = List.of("amd64", "arm64");

  /** An image for linux/amd64 only: the tag names its manifest. */
  static TinyImage single(ImageFormat format, String repository, String tag) {
    List<Blob> blobs = new ArrayList<>();
    Blob manifest = manifest(format, repository + ":" + tag, ARCHITECTURES.getFirst(), blobs);
    return new TinyImage(repository, tag, manifest, List.of(), List.copyOf(blobs));
  }

  /** An image for linux/amd64 and linux/arm64: the tag names an index of two manifests. */
  static TinyImage multi(ImageFormat format, String repository, String tag) {
    List<Blob> manifests = new ArrayList<>();
    List<Blob> blobs = new ArrayList<>();
    List<String> entries = new ArrayList<>();
    for (String architecture : ARCHITECTURES) {
      Blob manifest = manifest(format, repository + ":" + tag, architecture, blobs);
      manifests.add(manifest);
      entries.add(
          "{%s,\"platform\":{\"architecture\":\"%s\",\"os\":\"linux\"}}"
              .formatted(manifest.descriptor(), architecture));
    }
    String json =
        "{\"schemaVersion\":2,\"mediaType\":\"%s\",\"manifests\":[%s]}"
            .formatted(format.index(), String.join(",", entries));
    return new TinyImage(
        repository, tag, Blob.of(format.index(), json), List.copyOf(manifests), List.copyOf(blobs));
  }

  private static Blob manifest(
      ImageFormat format, String name, String architecture, List<Blob> blobs) {
    String content = "%s for linux/%s\n".formatted(name, architecture);
    Blob layer = Blob.of(format.layer(), TarFile.of("image.txt", content));
    Blob config =
        Blob.of(
            format.config(),
            ("{\"architecture\":\"%s\",\"os\":\"linux\",\"config\":{},"
                    + "\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[\"%s\"]}}")
                .formatted(architecture, layer.digest()));
    blobs.add(layer);
    blobs.add(config);
    return Blob.of(
        format.manifest(),
        "{\"schemaVersion\":2,\"mediaType\":\"%s\",\"config\":{%s},\"layers\":[{%s}]}"
            .formatted(format.manifest(), config.descriptor(), layer.descriptor()));
  }
}
