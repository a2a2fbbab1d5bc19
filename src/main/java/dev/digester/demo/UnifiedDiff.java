package dev.digester.demo;

import dev.digester.demo.LineScript.Line;
import dev.digester.demo.LineScript.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * The difference of two texts in the unified format (POSIX.1-2017, diff, "Diff -u Output Format"),
 * readable by {@code patch} and {@code git apply}.
 */
public final class UnifiedDiff {
  /** Unchanged lines shown around a change, as diff and git do. */
  private static final int CONTEXT = 3;

  private final List<Line> lines;

  private UnifiedDiff(List<Line> lines) {
    this.lines = lines;
  }

  /**
   * The diff of a file, with the prefixes {@code a/} and {@code b/}; empty where nothing changed.
   *
   * @param path the file's name, with {@code /}
   */
  public static String of(String path, String before, String after) {
    if (before.equals(after)) {
      return "";
    }
    UnifiedDiff diff = new UnifiedDiff(LineScript.between(split(before), split(after)));
    StringBuilder text = new StringBuilder("--- a/%s\n+++ b/%s\n".formatted(path, path));
    diff.hunks().forEach(hunk -> diff.print(hunk, text));
    return text.toString();
  }

  /** A range of {@link #lines}; {@code end} is behind the last. */
  private record Hunk(int start, int end) {}

  /** Lines with their ends, so that a missing or a Windows line end is a difference too. */
  private static List<String> split(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      int next = end < 0 ? text.length() : end + 1;
      lines.add(text.substring(start, next));
      start = next;
    }
    return lines;
  }

  private List<Hunk> hunks() {
    List<Hunk> hunks = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).step() == Step.KEEP) {
        continue;
      }
      int start = Math.max(0, i - CONTEXT);
      int end = Math.min(lines.size(), i + 1 + CONTEXT);
      if (!hunks.isEmpty() && hunks.getLast().end() >= start) {
        start = hunks.removeLast().start();
      }
      hunks.add(new Hunk(start, end));
    }
    return hunks;
  }

  private void print(Hunk hunk, StringBuilder text) {
    text.append("@@ -%s +%s @@\n".formatted(range(hunk, Step.INSERT), range(hunk, Step.DELETE)));
    List<Line> inserted = new ArrayList<>();
    for (Line line : lines.subList(hunk.start(), hunk.end())) {
      switch (line.step()) {
        // What is inserted follows what is deleted, whatever order the shortest way takes.
        case INSERT -> inserted.add(line);
        case DELETE -> print('-', line, text);
        case KEEP -> {
          flush(inserted, text);
          print(' ', line, text);
        }
      }
    }
    flush(inserted, text);
  }

  private static void flush(List<Line> inserted, StringBuilder text) {
    inserted.forEach(line -> print('+', line, text));
    inserted.clear();
  }

  private static void print(char mark, Line line, StringBuilder text) {
    text.append(mark).append(line.text());
    if (!line.text().endsWith("\n")) {
      text.append("\n\\ No newline at end of file\n");
    }
  }

  /** First line and number of lines in the text that lines of the step {@code other} are not in. */
  private String range(Hunk hunk, Step other) {
    int before = count(0, hunk.start(), other);
    int count = count(hunk.start(), hunk.end(), other);
    int first = count == 0 ? before : before + 1;
    return count == 1 ? Integer.toString(first) : first + "," + count;
  }

  private int count(int from, int to, Step other) {
    return (int) lines.subList(from, to).stream().filter(line -> line.step() != other).count();
  }
}
