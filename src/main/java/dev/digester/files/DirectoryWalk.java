package dev.digester.files;

import dev.digester.files.FoundFile.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The manifests of a directory and of those in it, sorted by path.
 *
 * <p>Hidden files and directories, what git and kpt ignore, and the templates of Helm charts are
 * left out. A symbolic link to a file of the directory counts where nothing else leads to that
 * file; other links are left out.
 */
final class DirectoryWalk {
  private static final String TEMPLATES = "templates";

  private final Path root;
  private final Findings findings;
  private final List<Candidate> candidates = new ArrayList<>();
  private final Set<String> reals = new HashSet<>();

  /** A file with its real path, by which two ways to it are recognized. */
  private record Candidate(FoundFile file, String real, boolean isLink) {}

  /**
   * A directory on the way.
   *
   * @param shown its path for people: empty, or with a slash at the end
   * @param real its real path, with a slash at the end
   * @param isUtf8 whether all names on the way are UTF-8
   */
  private record Place(Path path, String shown, String real, boolean isUtf8) {
    Place in(Entry entry) {
      String name = entry.name().text() + "/";
      return new Place(entry.path(), shown + name, real + name, isUtf8 && entry.name().isUtf8());
    }
  }

  private DirectoryWalk(Path root, Findings findings) {
    this.root = root;
    this.findings = findings;
  }

  /**
   * Adds what a directory holds.
   *
   * @param shown its path for people: empty, or with a slash at the end
   */
  static void walk(Path directory, String shown, Findings findings) {
    try {
      Path real = directory.toRealPath();
      DirectoryWalk walk = new DirectoryWalk(real, findings);
      walk.directory(new Place(directory, shown, real + "/", true), Ignoring.above(real));
      walk.report();
    } catch (IOException e) {
      findings.problem(shown, "cannot be listed: " + Reasons.of(e));
    }
  }

  private void directory(Place place, Ignoring outer) {
    try {
      Listing listing = Listing.of(place.path());
      Ignoring ignoring = ignoring(place, listing, outer);
      findings.leftovers(listing.leftovers());
      for (Entry entry : listing.entries()) {
        entry(place, entry, ignoring, listing.isChart());
      }
    } catch (IOException e) {
      findings.problem(place.shown(), "cannot be listed: " + Reasons.of(e));
    }
  }

  private Ignoring ignoring(Place place, Listing listing, Ignoring outer) throws IOException {
    Set<String> hidden = listing.hidden();
    boolean nested = hidden.contains(WorkTree.GIT);
    Ignoring own =
        nested ? Ignoring.repository(new WorkTree(place.path()), outer.krm(), outer.path()) : outer;
    return own.with(
        read(hidden, place.path(), Ignoring.GIT_FILE),
        read(hidden, place.path(), Ignoring.KRM_FILE));
  }

  private static Optional<dev.digester.ignore.IgnoreFile> read(
      Set<String> hidden, Path directory, String name) throws IOException {
    return hidden.contains(name) ? Ignoring.read(directory.resolve(name)) : Optional.empty();
  }

  private void entry(Place place, Entry entry, Ignoring ignoring, boolean inChart) {
    String name = entry.name().text();
    boolean directory = entry.attributes().isDirectory();
    boolean other = !directory && !ManifestNames.isManifest(name);
    if (other || ignoring.excludes(name, directory)) {
      return;
    }
    if (!directory) {
      file(place, entry);
    } else if (inChart && name.equals(TEMPLATES)) {
      findings.note(Note.Reason.CHART_TEMPLATES, place.shown() + name);
    } else {
      directory(place.in(entry), ignoring.in(name));
    }
  }

  private void file(Place place, Entry entry) {
    String shown = place.shown() + entry.name().text();
    if (!place.isUtf8() || !entry.name().isUtf8()) {
      findings.problem(shown, "its name is not UTF-8: rename it");
    } else if (entry.attributes().isSymbolicLink()) {
      link(entry.path(), shown);
    } else if (entry.attributes().isRegularFile()) {
      String real = place.real() + entry.name().text();
      reals.add(real);
      candidates.add(
          new Candidate(
              new FoundFile(shown, entry.path(), Kind.REGULAR, entry.attributes().size()),
              real,
              false));
    } else {
      findings.note(Note.Reason.NOT_A_FILE, shown);
    }
  }

  private void link(Path link, String shown) {
    try {
      Path real = link.toRealPath();
      if (real.startsWith(root) && Files.isRegularFile(real)) {
        candidates.add(
            new Candidate(
                new FoundFile(shown, link, Kind.REGULAR, Files.size(real)), real.toString(), true));
      }
    } catch (IOException _) {
      // It leads nowhere, and so to no file of the directory.
      return;
    }
  }

  private void report() {
    for (Candidate candidate : candidates) {
      if (!candidate.isLink() || !reals.contains(candidate.real())) {
        findings.file(candidate.file(), candidate.real());
      }
    }
  }
}
