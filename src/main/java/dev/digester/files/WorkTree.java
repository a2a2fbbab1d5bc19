package dev.digester.files;

import dev.digester.ignore.IgnoreFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A git work tree: the directory that holds {@code .git}, a directory or, in linked work trees and
 * submodules, a file that names one (gitrepository-layout(5)).
 *
 * @param root the directory, real
 */
record WorkTree(Path root) {
  static final String GIT = ".git";
  private static final String GITDIR = "gitdir: ";

  /** The work tree that a real directory is in. */
  static Optional<WorkTree> around(Path directory) {
    for (Path at = directory; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(GIT))) {
        return Optional.of(new WorkTree(at));
      }
    }
    return Optional.empty();
  }

  /** The rules of {@code info/exclude}; none where it cannot be read, as for git. */
  IgnoreFile excludes() {
    try {
      return IgnoreFile.of(Files.readAllBytes(commonDirectory().resolve("info/exclude")));
    } catch (IOException e) {
      return IgnoreFile.of(new byte[0]);
    }
  }

  /** Where all work trees of the repository have what they share. */
  private Path commonDirectory() throws IOException {
    Path git = root.resolve(GIT);
    if (Files.isDirectory(git)) {
      return git;
    }
    String link = Files.readString(git).strip();
    Path own = root.resolve(link.startsWith(GITDIR) ? link.substring(GITDIR.length()) : link);
    Path common = own.resolve("commondir");
    return Files.exists(common) ? own.resolve(Files.readString(common).strip()) : own;
  }
}
