package dev.digester.files;

import dev.digester.files.FoundFile.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/** Finds the files that the words of a command mean. */
public final class FileSearch {
  private static final String STANDARD_INPUT = "-";

  private final Path workingDirectory;
  private final Findings findings = new Findings();

  private FileSearch(Path workingDirectory) {
    this.workingDirectory = workingDirectory;
  }

  /**
   * The files that some words mean: a file counts whatever its name is and whatever ignores it, a
   * directory means the manifests in it ({@link DirectoryWalk}), {@code -} standard input. Where
   * that is not a file at all, it is a problem.
   *
   * @param workingDirectory what paths are relative to; the empty path for that of the process
   * @param words at least one
   */
  public static Found find(Path workingDirectory, List<String> words) {
    FileSearch search = new FileSearch(workingDirectory);
    words.forEach(search::word);
    Found found = search.findings.found();
    if (found.files().isEmpty() && found.problems().isEmpty()) {
      search.findings.problem(
          words.size() == 1 ? words.getFirst() : ".",
          "holds no manifests: expected *.yaml, *.yml, *.json or Kustomization"
              + " that are not hidden and not ignored");
      return search.findings.found();
    }
    return found;
  }

  private void word(String word) {
    if (word.equals(STANDARD_INPUT)) {
      findings.file(FoundFile.standardInput(), STANDARD_INPUT);
      return;
    }
    try {
      Path given = Path.of(word).normalize();
      Path path = workingDirectory.resolve(given);
      path(given.toString(), path, Files.readAttributes(path, BasicFileAttributes.class));
    } catch (InvalidPathException e) {
      findings.problem(word, "is not a path that this system can have");
    } catch (IOException e) {
      findings.problem(word, "cannot be read: " + Reasons.of(e));
    }
  }

  private void path(String shown, Path path, BasicFileAttributes attributes) throws IOException {
    if (attributes.isDirectory()) {
      String directory = shown.isEmpty() || shown.endsWith("/") ? shown : shown + "/";
      DirectoryWalk.walk(path, directory, findings);
      return;
    }
    Kind kind = attributes.isRegularFile() ? Kind.REGULAR : Kind.STREAM;
    String real = kind == Kind.REGULAR ? path.toRealPath().toString() : path.toString();
    findings.file(new FoundFile(shown, path, kind, attributes.size()), real);
  }
}
