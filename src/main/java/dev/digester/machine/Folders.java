package dev.digester.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Directories of configuration files. */
final class Folders {
  private Folders() {}

  /** What a directory holds, by name; nothing where there is no such directory. */
  static List<Path> in(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new MachineSettingsException("cannot read " + folder);
    }
  }
}
