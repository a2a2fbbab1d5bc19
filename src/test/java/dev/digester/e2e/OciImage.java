package dev.digester.e2e;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The only image of an archive that holds an OCI image layout (OCI image spec 1.1, "image-layout").
 *
 * @param digest of its manifest
 * @param config the part of its configuration that says how it is run
 * @param files of all its layers, lowest first
 */
record OciImage(String digest, JsonNode config, List<TarEntry> files) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";

  static OciImage read(Path archive) throws IOException {
    Map<String, TarEntry> parts =
        TarEntry.read(Files.readAllBytes(archive)).stream()
            .filter(entry -> entry.type() == '0')
            .collect(toMap(TarEntry::name, entry -> entry));
    assertThat(part(parts, "oci-layout").text()).contains("\"imageLayoutVersion\"");
    JsonNode images = JSON.readTree(part(parts, "index.json").text()).path("manifests");
    assertThat(images).hasSize(1);
    assertThat(images.path(0).path("mediaType").asString()).isEqualTo(MANIFEST);
    String digest = images.path(0).path("digest").asString();
    JsonNode manifest = JSON.readTree(blob(parts, digest).text());
    String config = manifest.path("config").path("digest").asString();
    return new OciImage(
        digest,
        JSON.readTree(blob(parts, config).text()).path("config"),
        files(parts, manifest.path("layers")));
  }

  private static List<TarEntry> files(Map<String, TarEntry> parts, JsonNode layers)
      throws IOException {
    List<TarEntry> files = new ArrayList<>();
    for (JsonNode layer : layers) {
      byte[] blob = blob(parts, layer.path("digest").asString()).content().array();
      boolean zipped = layer.path("mediaType").asString().endsWith("gzip");
      files.addAll(TarEntry.read(zipped ? unzipped(blob) : blob));
    }
    return files;
  }

  private static byte[] unzipped(byte[] blob) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(blob))) {
      return in.readAllBytes();
    }
  }

  private static TarEntry blob(Map<String, TarEntry> parts, String digest) {
    return part(parts, "blobs/" + digest.replace(':', '/'));
  }

  private static TarEntry part(Map<String, TarEntry> parts, String name) {
    return Optional.ofNullable(parts.get(name)).orElseThrow(() -> new AssertionError(name));
  }

  /** A value of the configuration as JSON text; {@code null} and empty are the same. */
  String setting(String name) {
    return config.path(name).isEmpty() && !config.path(name).isValueNode()
        ? ""
        : config.path(name).toString();
  }

  TarEntry file(String name) {
    return files.stream().filter(file -> file.name().equals(name)).findFirst().orElseThrow();
  }

  /** Bytes of all files. */
  long size() {
    return files.stream().mapToLong(file -> file.content().remaining()).sum();
  }
}
