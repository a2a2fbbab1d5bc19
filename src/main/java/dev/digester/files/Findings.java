package dev.digester.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what is found, each file once. */
final class Findings {
  private final Map<String, FoundFile> files = new LinkedHashMap<>();
  private final Map<Note.Reason, List<String>> notes = new EnumMap<>(Note.Reason.class);
  private final List<Problem> problems = new ArrayList<>();
  private final List<Path> leftovers = new ArrayList<>();

  /** A file, unless it was found before. */
  void file(FoundFile file, String real) {
    files.putIfAbsent(real, file);
  }

  void note(Note.Reason reason, String shown) {
    notes.computeIfAbsent(reason, _ -> new ArrayList<>()).add(shown);
  }

  void problem(String shown, String message) {
    String directory = shown.endsWith("/") ? shown.substring(0, shown.length() - 1) : shown;
    problems.add(Problem.of(directory.isEmpty() ? "." : directory, message));
  }

  void leftovers(List<Path> paths) {
    leftovers.addAll(paths);
  }

  boolean isEmpty() {
    return files.isEmpty();
  }

  Found found() {
    List<Note> all = new ArrayList<>();
    notes.forEach((reason, paths) -> all.add(new Note(reason, paths)));
    return new Found(List.copyOf(files.values()), all, problems, leftovers);
  }
}
