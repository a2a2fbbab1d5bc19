package dev.digester.image;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * All files of the image as a base image without settings, in the form of {@code docker save}: the
 * one door through which jib-core takes a layer that is made already.
 */
final class BaseImage {
  private BaseImage() {}

  /** Writes the directory's files as one layer into an archive. */
  static void write(Path root, Path archive) throws IOException {
    byte[] layer = LayerTar.of(root);
    String config =
        """
        {"architecture":"amd64","os":"linux","created":"1970-01-01T00:00:00Z","config":{},\
        "rootfs":{"type":"layers","diff_ids":["sha256:%s"]},\
        "history":[{"created":"1970-01-01T00:00:00Z","created_by":"digester's build","comment":"all files"}]}\
        """
            .formatted(sha256(layer));
    String manifest =
        """
        [{"Config":"config.json","RepoTags":null,"Layers":["layer.tar"]}]\
        """;
    try (OutputStream out = Files.newOutputStream(archive);
        TarArchiveOutputStream tar = LayerTar.open(out)) {
      LayerTar.add(tar, "manifest.json", manifest.getBytes(UTF_8));
      LayerTar.add(tar, "config.json", config.getBytes(UTF_8));
      LayerTar.add(tar, "layer.tar", layer);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
