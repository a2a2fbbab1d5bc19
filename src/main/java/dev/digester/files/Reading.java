package dev.digester.files;

import java.util.List;

/**
 * What was found and read.
 *
 * @param files in the order in which they were found
 * @param notes what was left out
 * @param problems what is wrong, in the order of the files; where there is one, a run stops
 */
public record Reading(List<ManifestFile> files, List<Note> notes, List<Problem> problems) {
  public Reading {
    files = List.copyOf(files);
    notes = List.copyOf(notes);
    problems = List.copyOf(problems);
  }
}
