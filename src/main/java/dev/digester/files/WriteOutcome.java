package dev.digester.files;

import java.util.List;
import java.util.stream.Stream;

/**
 * What became of files that were to be written.
 *
 * @param written the paths of those that have the new contents, in order
 * @param unwritten the paths of those that have not
 * @param problems why; none where all are written
 * @param notes what else is to be said
 */
public record WriteOutcome(
    List<String> written, List<String> unwritten, List<Problem> problems, List<Note> notes) {
  public WriteOutcome {
    written = List.copyOf(written);
    unwritten = List.copyOf(unwritten);
    problems = List.copyOf(problems);
    notes = List.copyOf(notes);
  }

  public boolean failed() {
    return !problems.isEmpty();
  }

  /** One for each file, where some are written and some are not: which. */
  public List<Problem> halves() {
    return written.isEmpty() || unwritten.isEmpty()
        ? List.of()
        : Stream.concat(
                written.stream().map(path -> Problem.of(path, "is written")),
                unwritten.stream().map(path -> Problem.of(path, "is not written")))
            .toList();
  }
}
