package dev.digester.workspace;

import dev.digester.engine.Engine;
import dev.digester.engine.Planned;
import dev.digester.files.ManifestFile;
import dev.digester.images.FoundImage;
import dev.digester.krm.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * A run over many files.
 *
 * @param files in the order in which they were read
 */
public record FileRun(List<PlannedFile> files) {
  public FileRun {
    files = List.copyOf(files);
  }

  /** Runs an engine on all files at once. */
  public static FileRun of(Engine engine, List<ManifestFile> read) {
    List<Planned> planned = engine.run(read.stream().map(FileResources::new).toList());
    List<PlannedFile> files = new ArrayList<>(read.size());
    for (int i = 0; i < read.size(); i++) {
      files.add(new PlannedFile(read.get(i), planned.get(i)));
    }
    return new FileRun(files);
  }

  /** Whether something went wrong, so that nothing may be written. */
  public boolean failed() {
    return files.stream().anyMatch(file -> file.planned().outcome().failed());
  }

  /** The files that are to get other contents. */
  public List<PlannedFile> changed() {
    return files.stream().filter(PlannedFile::isChanged).toList();
  }

  /** How many images came to a status. */
  public long count(FoundImage.Status status) {
    return files.stream()
        .flatMap(file -> file.images().stream())
        .filter(image -> image.status() == status)
        .count();
  }

  /** Errors, then warnings, a line each. */
  public List<String> problems() {
    List<String> lines = new ArrayList<>();
    for (Severity severity : List.of(Severity.ERROR, Severity.WARNING)) {
      files.forEach(file -> lines.addAll(file.problems(severity)));
    }
    return lines;
  }
}
