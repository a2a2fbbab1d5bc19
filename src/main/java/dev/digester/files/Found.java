package dev.digester.files;

import java.nio.file.Path;
import java.util.List;

/**
 * What the words of a command mean.
 *
 * @param files in the order of the words, those of one directory sorted by path; none twice
 * @param notes what was left out
 * @param problems what cannot be found or listed
 * @param leftovers temporary files of digester in the directories that were walked through
 */
public record Found(
    List<FoundFile> files, List<Note> notes, List<Problem> problems, List<Path> leftovers) {
  public Found {
    files = List.copyOf(files);
    notes = List.copyOf(notes);
    problems = List.copyOf(problems);
    leftovers = List.copyOf(leftovers);
  }
}
