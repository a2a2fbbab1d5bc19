package dev.digester.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Where the examples come from: a clone's directory, or the copy inside the program. */
final class Examples {
  /** The packed manifests' names, a line each: inside a program directories cannot be listed. */
  private static final String INDEX = "examples.txt";

  private Examples() {}

  /**
   * The manifests in order of their names: those of the directory, if it holds digester's examples,
   * else those that the program carries.
   *
   * @throws IOException if a file cannot be read
   */
  static List<ExampleFile> in(Path folder) throws IOException {
    boolean ours =
        packedNames().stream().allMatch(name -> Files.isRegularFile(folder.resolve(name)));
    return ours ? ofFolder(folder) : packed();
  }

  /** The manifests that the program carries. */
  static List<ExampleFile> packed() {
    return packedNames().stream()
        .map(name -> new ExampleFile(name, resource("examples/" + name)))
        .toList();
  }

  static List<ExampleFile> ofFolder(Path folder) throws IOException {
    List<ExampleFile> files = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(folder).filter(Files::isRegularFile).sorted()) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        String name = folder.relativize(path).toString().replace('\\', '/');
        if (ExampleFile.isManifest(name)) {
          files.add(new ExampleFile(name, Files.readString(path)));
        }
      }
    }
    return files;
  }

  static List<String> packedNames() {
    return resource(INDEX).lines().toList();
  }

  private static String resource(String name) {
    try (InputStream in = Examples.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program was built without its file " + name);
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
