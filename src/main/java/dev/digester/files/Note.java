package dev.digester.files;

import dev.digester.krm.Printable;
import java.util.List;

/**
 * Files that are not handled as others are, all for one reason.
 *
 * @param reason which, so that a program can tell them apart
 * @param paths as they are shown, in order; at least one
 */
public record Note(Reason reason, List<String> paths) {
  /** Paths that a note for people names; the others are counted. */
  private static final int NAMED = 3;

  /** Why. */
  public enum Reason {
    CHART_TEMPLATES("left out, templates of a Helm chart; render the chart to include them"),
    TEMPLATE("left out, holds {{ and is not YAML; render the template to include it"),
    NOT_JSON("left out, is not JSON"),
    NOT_A_FILE("left out, is not a regular file"),
    HARD_LINK("has other names (hard links), which keep the old contents");

    private final String words;

    Reason(String words) {
      this.words = words;
    }
  }

  public Note {
    paths = List.copyOf(paths);
    if (paths.isEmpty()) {
      throw new IllegalArgumentException("a note names a path");
    }
  }

  /** For people: the first paths, how many more there are, and the reason. */
  @Override
  public String toString() {
    int named = Math.min(NAMED, paths.size());
    String first = String.join(", ", paths.subList(0, named).stream().map(Printable::of).toList());
    int more = paths.size() - named;
    return first + (more == 0 ? "" : " and %d more".formatted(more)) + ": " + reason.words;
  }
}
