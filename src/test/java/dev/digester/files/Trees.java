package dev.digester.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.document.text.Edit;
import dev.digester.document.text.Span;
import dev.digester.document.text.Splice;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Directories for tests and what is found in them. */
final class Trees {
  static final String POD = "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\n";

  private Trees() {}

  static Path file(Path directory, String name, String contents) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, contents);
  }

  static void pods(Path directory, String... names) throws IOException {
    for (String name : names) {
      file(directory, name, POD);
    }
  }

  static Found find(Path directory, String... words) {
    return FileSearch.find(directory, List.of(words));
  }

  static List<String> shown(Path directory, String... words) {
    Found found = find(directory, words);
    assertThat(found.problems()).isEmpty();
    return found.files().stream().map(FoundFile::shown).toList();
  }

  static Reading read(Path directory, String... words) {
    return FileReading.read(find(directory, words), new ByteArrayInputStream(new byte[0]));
  }

  static Reading readInput(String standardInput) {
    return FileReading.read(
        find(Path.of(""), "-"), new ByteArrayInputStream(standardInput.getBytes(UTF_8)));
  }

  /** A change of one byte sequence, which the file must hold, to another. */
  static FileChange change(ManifestFile file, String old, String replacement) {
    var source = file.document().source();
    String text = source.text(new Span(0, source.length()));
    int at = text.substring(0, text.indexOf(old)).getBytes(UTF_8).length;
    return new FileChange(
        file,
        new Splice(
            source, List.of(new Edit(new Span(at, at + old.getBytes(UTF_8).length), replacement))));
  }

  static void shell(Path directory, String script) throws Exception {
    Process shell =
        new ProcessBuilder("bash", "-ec", script)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(shell.getInputStream().readAllBytes(), UTF_8);
    assertThat(shell.waitFor()).as(said).isZero();
  }

  /** The names in a directory that begin with a point. */
  static List<String> hidden(Path directory) throws IOException {
    try (Stream<Path> paths = Files.list(directory)) {
      return paths
          .map(path -> path.getFileName().toString())
          .filter(name -> name.startsWith("."))
          .toList();
    }
  }
}
