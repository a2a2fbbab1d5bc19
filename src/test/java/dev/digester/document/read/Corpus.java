package dev.digester.document.read;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** All YAML that lies at hand, by name: bytes, whether they are well formed or not. */
final class Corpus {
  private static final Path LISTS = Path.of("src/test/resources/dev/digester/document/read/lists");

  /** Inputs that hold what hardly anyone writes: directives, templates in place of values. */
  private static final Set<String> ODD =
      Set.of("document-markers", "failures", "people.yaml", "syntax-error");

  private Corpus() {}

  /** Lists as kpt and kustomize send them. */
  static Map<String, byte[]> sent() {
    Map<String, byte[]> sent = files(LISTS);
    sent.keySet().removeIf(name -> name.contains("people"));
    return sent;
  }

  /** Manifests as people write them, and what comes with the libraries of the class path. */
  static Map<String, byte[]> ordinary() {
    Map<String, byte[]> ordinary = all();
    ordinary.keySet().removeIf(name -> ODD.stream().anyMatch(name::contains));
    return ordinary;
  }

  static Map<String, byte[]> all() {
    Map<String, byte[]> all = files(Path.of("examples"));
    all.putAll(files(LISTS));
    all.putAll(files(Path.of("src/test/resources/golden")));
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (entry.endsWith(".jar") && Files.exists(Path.of(entry))) {
        all.putAll(jar(Path.of(entry)));
      }
    }
    return all;
  }

  private static Map<String, byte[]> files(Path folder) {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(path -> isYaml(path.toString())).toList()) {
        files.put(path.toString(), Files.readAllBytes(path));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private static Map<String, byte[]> jar(Path jar) {
    Map<String, byte[]> files = new TreeMap<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (Enumeration<? extends ZipEntry> e = zip.entries(); e.hasMoreElements(); ) {
        ZipEntry entry = e.nextElement();
        if (isYaml(entry.getName())) {
          byte[] bytes = zip.getInputStream(entry).readAllBytes();
          files.put(jar.getFileName() + "!" + entry.getName(), bytes);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private static boolean isYaml(String name) {
    return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith("Kptfile");
  }
}
