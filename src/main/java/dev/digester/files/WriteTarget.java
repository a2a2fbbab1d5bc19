package dev.digester.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A file that may be written: it holds what was read.
 *
 * @param real its path, after symbolic links
 * @param found what it was when it was compared
 */
record WriteTarget(FileChange change, Path real, UnixFile found) {

  /** Why a file must not be written. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final Problem problem;

    Refused(Problem problem) {
      super(problem.message());
      this.problem = problem;
    }

    Problem problem() {
      return problem;
    }
  }

  /** Makes sure that a file can be written and still holds what was read. */
  static WriteTarget of(FileChange change) throws Refused {
    FoundFile file = change.file().file();
    if (file.kind() != FoundFile.Kind.REGULAR) {
      throw refused(file, "cannot be written: is not a regular file");
    }
    try {
      return of(change, file);
    } catch (NoSuchFileException e) {
      throw refused(file, "was removed since it was read; nothing is written: run digester again");
    } catch (IOException e) {
      throw refused(file, "cannot be written: " + Reasons.of(e));
    }
  }

  private static WriteTarget of(FileChange change, FoundFile file) throws IOException, Refused {
    Path real = Files.isSymbolicLink(file.path()) ? file.path().toRealPath() : file.path();
    UnixFile found = UnixFile.of(real);
    if (found.isReadOnly() || !Files.isWritable(real)) {
      throw refused(file, "is read-only; nothing is written: make it writable (chmod u+w)");
    }
    ManifestFile read = change.file();
    boolean same =
        found.version().size() == read.length() && read.wasReadAs(Files.readAllBytes(real));
    if (!same) {
      throw changed(file);
    }
    return new WriteTarget(change, real, found);
  }

  /** Makes sure that the file is still the one that was compared. */
  void requireUnchanged() throws IOException, Refused {
    if (!UnixFile.of(real).version().equals(found.version())) {
      throw changed(change.file().file());
    }
  }

  String shown() {
    return change.file().path();
  }

  private static Refused changed(FoundFile file) {
    return refused(file, "changed on disk since it was read: run digester again");
  }

  private static Refused refused(FoundFile file, String message) {
    return new Refused(Problem.of(file.shown(), message));
  }
}
