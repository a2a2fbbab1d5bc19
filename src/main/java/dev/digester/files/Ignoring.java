package dev.digester.files;

import dev.digester.ignore.ByteChars;
import dev.digester.ignore.IgnoreChain;
import dev.digester.ignore.IgnoreFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What git and kpt leave out in a directory. Either leaves out by its own files only: what {@code
 * .gitignore} includes again {@code .krmignore} can leave out.
 *
 * @param git the rules of {@code .gitignore} and of {@code .git/info/exclude}
 * @param krm the rules of {@code .krmignore}
 * @param path the directory, relative to where the rules begin, as {@link ByteChars}: empty, or
 *     with a slash at the end
 */
record Ignoring(IgnoreChain git, IgnoreChain krm, String path) {
  static final String GIT_FILE = ".gitignore";
  static final String KRM_FILE = ".krmignore";

  /**
   * What is left out in a directory that was named, by the rules of the directories above it up to
   * the root of its work tree; the rules that leave out the directory itself do not hold.
   *
   * @param directory real
   * @throws IOException if a file of rules cannot be read
   */
  static Ignoring above(Path directory) throws IOException {
    Optional<WorkTree> tree = WorkTree.around(directory);
    if (tree.isEmpty()) {
      return new Ignoring(IgnoreChain.NONE, IgnoreChain.NONE, "");
    }
    Path at = tree.get().root();
    Ignoring ignoring = repository(tree.get(), IgnoreChain.NONE, "");
    for (Path name : at.relativize(directory)) {
      if (name.toString().isEmpty()) {
        continue;
      }
      ignoring = ignoring.with(read(at.resolve(GIT_FILE)), read(at.resolve(KRM_FILE)));
      at = at.resolve(name);
      ignoring = ignoring.in(FileName.of(at).text());
    }
    return ignoring;
  }

  /** In the root of a repository: git knows nothing of the rules above it. */
  static Ignoring repository(WorkTree tree, IgnoreChain krm, String path) {
    return new Ignoring(IgnoreChain.NONE.with(tree.excludes(), path), krm, path);
  }

  /** With the directory's own files of rules. */
  Ignoring with(Optional<IgnoreFile> gitRules, Optional<IgnoreFile> krmRules) {
    return new Ignoring(
        gitRules.map(rules -> git.with(rules, path)).orElse(git),
        krmRules.map(rules -> krm.with(rules, path)).orElse(krm),
        path);
  }

  /** In a directory of the directory. */
  Ignoring in(String name) {
    return new Ignoring(git, krm, path + ByteChars.of(name) + "/");
  }

  boolean excludes(String name, boolean isDirectory) {
    if (git == IgnoreChain.NONE && krm == IgnoreChain.NONE) {
      return false;
    }
    String inTree = path + ByteChars.of(name);
    return git.excludes(inTree, isDirectory) || krm.excludes(inTree, isDirectory);
  }

  /** The rules of a file; empty where there is none. */
  static Optional<IgnoreFile> read(Path file) throws IOException {
    return Files.isRegularFile(file)
        ? Optional.of(IgnoreFile.of(Files.readAllBytes(file)))
        : Optional.empty();
  }
}
