package dev.digester.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads files of keys and settings. */
final class TextFile {

  /** Bytes; real ones have a few thousand. */
  private static final int LARGEST = 1 << 20;

  private TextFile() {}

  /** What a file holds; nothing if it cannot be read or is far too large. */
  static Optional<String> read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      return bytes.length > LARGEST ? Optional.empty() : Optional.of(new String(bytes, UTF_8));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
