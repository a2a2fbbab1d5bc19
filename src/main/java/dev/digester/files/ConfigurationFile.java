package dev.digester.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the configuration that holds for a directory. */
public final class ConfigurationFile {
  public static final String NAME = ".digester.yaml";

  private ConfigurationFile() {}

  /**
   * {@code .digester.yaml} of the nearest directory from the working directory up to the root of
   * the git work tree; outside of one that of the working directory only.
   *
   * @throws IOException if the working directory does not exist
   */
  public static Optional<Path> nearest(Path workingDirectory) throws IOException {
    Path start = workingDirectory.toRealPath();
    Path last = WorkTree.around(start).map(WorkTree::root).orElse(start);
    for (Path at = start; at != null && at.startsWith(last); at = at.getParent()) {
      Path file = at.resolve(NAME);
      if (Files.isRegularFile(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }
}
