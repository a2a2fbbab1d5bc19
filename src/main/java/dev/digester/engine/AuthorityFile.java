package dev.digester.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.digester.config.CaSource;
import dev.digester.config.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The CAs of {@code registries[].ca}, read when the settings are, so that an error names the key.
 */
final class AuthorityFile {
  /** In bytes; the bundle of a whole system has a tenth of it. */
  private static final int MOST = 4 << 20;

  private AuthorityFile() {}

  /**
   * The PEM text.
   *
   * @param host whose setting it is
   * @throws ConfigurationException if it names a file that cannot be read, is not a regular file,
   *     or is larger than 4 MiB
   */
  static String pem(String host, CaSource source) {
    return switch (source) {
      case CaSource.Pem(String pem) -> pem;
      case CaSource.File(String path) -> read(host, path);
    };
  }

  private static String read(String host, String name) {
    try {
      Path path = Path.of(name);
      if (Files.exists(path) && !Files.isRegularFile(path)) {
        throw wrong(host, name, "is not a regular file");
      }
      try (InputStream file = Files.newInputStream(path)) {
        byte[] bytes = file.readNBytes(MOST + 1);
        if (bytes.length > MOST) {
          throw wrong(host, name, "is larger than 4 MiB");
        }
        return new String(bytes, UTF_8);
      }
    } catch (InvalidPathException e) {
      throw wrong(host, name, "is neither a path nor PEM");
    } catch (NoSuchFileException e) {
      throw wrong(host, name, "does not exist");
    } catch (IOException e) {
      throw wrong(host, name, "cannot be read");
    }
  }

  private static ConfigurationException wrong(String host, String name, String why) {
    return ConfigurationException.of("spec.registries", "ca of " + host + " (" + name + ") " + why);
  }
}
