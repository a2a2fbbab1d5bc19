package dev.digester.files;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One reading of a directory.
 *
 * @param entries what is not hidden, sorted; each was looked at once
 * @param hidden the names that begin with a point
 * @param leftovers the paths of those that digester may have left
 * @param isChart whether a Helm chart is in it
 */
record Listing(List<Entry> entries, Set<String> hidden, List<Path> leftovers, boolean isChart) {
  private static final String CHART = "Chart.yaml";

  static Listing of(Path directory) throws IOException {
    List<Entry> entries = new ArrayList<>();
    Set<String> hidden = new HashSet<>();
    List<Path> leftovers = new ArrayList<>();
    boolean chart = false;
    try (DirectoryStream<Path> paths = Files.newDirectoryStream(directory)) {
      for (Path path : paths) {
        FileName name = FileName.of(path);
        chart |= name.text().equals(CHART);
        if (!name.text().startsWith(".")) {
          add(name, path, entries);
          continue;
        }
        hidden.add(name.text());
        if (TemporaryName.isOne(name.text())) {
          leftovers.add(path);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    Collections.sort(entries);
    return new Listing(entries, hidden, leftovers, chart);
  }

  /** A file that goes while its directory is listed was never there. */
  private static void add(FileName name, Path path, List<Entry> entries) throws IOException {
    try {
      entries.add(
          new Entry(
              name,
              path,
              Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)));
    } catch (NoSuchFileException e) {
      return;
    }
  }
}
