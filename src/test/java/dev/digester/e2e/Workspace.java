package dev.digester.e2e;

import dev.digester.demo.PublicRegistries;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A copy of what users have in a clone, with digester in PATH and the public registries on
 * loopback.
 *
 * @param folder the copy
 */
record Workspace(Path folder, PublicRegistries registries) {
  private static final List<String> COPIED = List.of("examples", "Kptfile", "fn-config.yaml");

  static Workspace in(Path folder, PublicRegistries registries) throws IOException {
    for (String name : COPIED) {
      if (Files.exists(Path.of(name))) {
        copy(Path.of(name), folder);
      }
    }
    for (String place : new String[] {"target", "bin"}) {
      Files.createDirectories(folder.resolve(place));
      Files.copy(ProgramUnderTest.file(), folder.resolve(place).resolve("digester"));
    }
    return new Workspace(folder, registries);
  }

  /** A command in the copy. */
  Command command(String... words) {
    String path = folder.resolve("bin") + File.pathSeparator + System.getenv("PATH");
    Command command = ProgramUnderTest.startedBy(words).in(folder).env("PATH", path);
    for (Map.Entry<String, String> variable : registries.environment().entrySet()) {
      command = command.env(variable.getKey(), variable.getValue());
    }
    return command;
  }

  String read(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }

  private static void copy(Path from, Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(from).filter(Files::isRegularFile)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        Path copy = folder.resolve(path.toString());
        Files.createDirectories(copy.getParent());
        Files.copy(path, copy);
      }
    }
  }
}
