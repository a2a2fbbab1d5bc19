package dev.digester.cli;

import dev.digester.files.FileReading;
import dev.digester.files.FileSearch;
import dev.digester.files.Found;
import dev.digester.files.Leftovers;
import dev.digester.files.ManifestFile;
import dev.digester.files.ProcessMark;
import dev.digester.files.Reading;
import dev.digester.function.Streams;
import dev.digester.process.Surroundings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds and reads the files of a command, and says what is left out and what is wrong. */
final class FileInput {
  private final FileOptions options;
  private final Streams streams;
  private final Surroundings surroundings;

  FileInput(FileOptions options, Streams streams, Surroundings surroundings) {
    this.options = options;
    this.streams = streams;
    this.surroundings = surroundings;
  }

  /**
   * The files; empty where something is wrong, which is said.
   *
   * @param fallback the path where none is given
   */
  Optional<List<ManifestFile>> read(String fallback) {
    Found found = FileSearch.find(Path.of(""), options.words(fallback));
    new Leftovers(ProcessMark.current(), surroundings.clock()).remove(found.leftovers());
    Reading reading = FileReading.read(found, streams.in());
    if (!options.quiet) {
      reading.notes().forEach(note -> streams.err().println("note: " + note));
    }
    reading.problems().forEach(problem -> streams.err().println(problem));
    return reading.problems().isEmpty() ? Optional.of(reading.files()) : Optional.empty();
  }
}
