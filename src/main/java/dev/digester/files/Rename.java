package dev.digester.files;

import java.io.IOException;
import java.nio.file.Path;

/** Puts a file in the place of another at once (rename(2)). */
interface Rename {
  void rename(Path from, Path to) throws IOException;
}
