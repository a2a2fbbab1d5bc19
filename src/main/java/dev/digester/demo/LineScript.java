package dev.digester.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The shortest way from one list of lines to another (E. W. Myers, "An O(ND) Difference Algorithm
 * and Its Variations", 1986).
 */
final class LineScript {
  /** What happens to a line. */
  enum Step {
    KEEP,
    DELETE,
    INSERT
  }

  /** A line of either text with its step. */
  record Line(Step step, String text) {}

  private final List<String> before;
  private final List<String> after;
  private final int middle;

  private LineScript(List<String> before, List<String> after) {
    this.before = before;
    this.after = after;
    this.middle = before.size() + after.size() + 1;
  }

  /** All lines of both texts in order. */
  static List<Line> between(List<String> before, List<String> after) {
    LineScript script = new LineScript(before, after);
    return script.walkBack(script.frontiers());
  }

  /**
   * For each number of changes the furthest line of {@code before} reached on each diagonal, as it
   * was before that change.
   */
  private List<int[]> frontiers() {
    List<int[]> frontiers = new ArrayList<>();
    int[] furthest = new int[2 * middle + 1];
    for (int changes = 0; changes < middle; changes++) {
      frontiers.add(furthest.clone());
      for (int diagonal = -changes; diagonal <= changes; diagonal += 2) {
        int x = slide(start(furthest, diagonal, changes), diagonal);
        furthest[middle + diagonal] = x;
        if (x >= before.size() && x - diagonal >= after.size()) {
          return frontiers;
        }
      }
    }
    throw new IllegalStateException("deleting and inserting everything always gets there");
  }

  private int start(int[] furthest, int diagonal, int changes) {
    return inserts(furthest, diagonal, changes)
        ? furthest[middle + diagonal + 1]
        : furthest[middle + diagonal - 1] + 1;
  }

  private boolean inserts(int[] furthest, int diagonal, int changes) {
    return diagonal == -changes
        || (diagonal != changes
            && furthest[middle + diagonal - 1] < furthest[middle + diagonal + 1]);
  }

  private int slide(int from, int diagonal) {
    int x = from;
    while (x < before.size()
        && x - diagonal < after.size()
        && before.get(x).equals(after.get(x - diagonal))) {
      x++;
    }
    return x;
  }

  private List<Line> walkBack(List<int[]> frontiers) {
    List<Line> lines = new ArrayList<>();
    int x = before.size();
    int y = after.size();
    for (int changes = frontiers.size() - 1; changes >= 0; changes--) {
      int[] furthest = frontiers.get(changes);
      int diagonal = x - y;
      boolean insert = inserts(furthest, diagonal, changes);
      int startX = changes == 0 ? 0 : start(furthest, diagonal, changes);
      while (x > startX) {
        lines.add(new Line(Step.KEEP, before.get(--x)));
        y--;
      }
      if (changes > 0) {
        lines.add(
            insert
                ? new Line(Step.INSERT, after.get(--y))
                : new Line(Step.DELETE, before.get(--x)));
      }
    }
    Collections.reverse(lines);
    return lines;
  }
}
