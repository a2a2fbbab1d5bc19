package dev.digester.files;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/**
 * A program that gives the files of a directory one generation after the other until it is killed
 * or cannot write.
 */
final class Rewriting {
  private Rewriting() {}

  public static void main(String[] words) {
    Path directory = Path.of(words[0]);
    ManifestWriter writer = new ManifestWriter(ProcessMark.current());
    Runtime.getRuntime().addShutdownHook(new Thread(writer::abandon));
    Found found = FileSearch.find(directory, List.of("."));
    new Leftovers(ProcessMark.current(), InstantSource.system()).remove(found.leftovers());
    System.out.println("begins");
    WriteOutcome outcome;
    do {
      outcome = writer.write(changes(directory));
    } while (!outcome.failed());
    outcome.problems().forEach(System.out::println);
  }

  private static List<FileChange> changes(Path directory) {
    Reading reading =
        FileReading.read(FileSearch.find(directory, List.of(".")), InputStream.nullInputStream());
    if (!reading.problems().isEmpty()) {
      throw new IllegalStateException(reading.problems().toString());
    }
    return reading.files().stream().map(Rewriting::next).toList();
  }

  private static FileChange next(ManifestFile file) {
    String old = file.items().getFirst().name().orElseThrow();
    long generation = Long.parseLong(old.substring(1)) + 1;
    return Trees.change(file, "name: " + old, "name: g%06d".formatted(generation));
  }
}
