package dev.digester.diff;

import dev.digester.diff.LineScript.Block;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A search for the shortest script from one line of each text on. A diagonal is the number of lines
 * deleted less those inserted; for each number of changes the furthest line on each is known.
 */
final class Search {
  private static final int UNREACHED = Integer.MIN_VALUE / 2;

  private final Lines before;
  private final Lines after;
  private final int x0;
  private final int y0;

  /** For each number of changes the furthest lines, by diagonal from the lowest on. */
  private final List<int[]> frontiers = new ArrayList<>();

  /** The diagonal on which the search ended. */
  private int best;

  Search(Lines before, Lines after, int x0, int y0) {
    this.before = before;
    this.after = after;
    this.x0 = x0;
    this.y0 = y0;
  }

  /**
   * Allows one more change.
   *
   * @param changes how many in all: 0 in the first call, then one more each time
   * @param sure how many lines must agree
   * @return whether so many lines agree after the last change, or both texts end
   */
  boolean step(int changes, int sure) {
    int[] reached = new int[2 * changes + 1];
    frontiers.add(reached);
    int longest = -1;
    int furthest = -1;
    boolean ended = false;
    for (int diagonal = -changes; diagonal <= changes && !ended; diagonal++) {
      int start = start(diagonal, changes);
      reached[changes + diagonal] = UNREACHED;
      if (start == UNREACHED) {
        continue;
      }
      int y = start - diagonal - x0 + y0;
      int same = before.agreeing(start, after, y);
      reached[changes + diagonal] = start + same;
      ended = start + same == before.count() && y + same == after.count();
      int progress = start + y + 2 * same;
      boolean better = same >= sure ? same > longest : longest < 0 && progress > furthest;
      if (ended || better) {
        best = diagonal;
        furthest = progress;
        longest = same >= sure ? same : longest;
      }
    }
    return ended || longest >= 0;
  }

  /** The line at which a diagonal is entered by the last change. */
  private int start(int diagonal, int changes) {
    if (changes == 0) {
      return diagonal == 0 ? x0 : UNREACHED;
    }
    int deleting = reached(diagonal - 1, changes - 1) + 1;
    int inserting = reached(diagonal + 1, changes - 1);
    int start =
        Math.max(
            deleting <= before.count() ? deleting : UNREACHED,
            inserting - diagonal - x0 + y0 <= after.count() ? inserting : UNREACHED);
    return start < x0 ? UNREACHED : start;
  }

  private int reached(int diagonal, int changes) {
    boolean outside = Math.abs(diagonal) > changes;
    return outside ? UNREACHED : frontiers.get(changes)[changes + diagonal];
  }

  int reachedBefore() {
    int last = frontiers.size() - 1;
    return frontiers.get(last)[last + best];
  }

  int reachedAfter() {
    return reachedBefore() - best - x0 + y0;
  }

  /** The changes on the way to where the search ended, in order, each a line. */
  List<Block> path(int changes) {
    List<Block> path = new ArrayList<>();
    int diagonal = best;
    for (int left = changes; left > 0; left--) {
      int x = start(diagonal, left);
      int y = x - diagonal - x0 + y0;
      int deleting = reached(diagonal - 1, left - 1) + 1;
      if (deleting == x) {
        path.add(new Block(x - 1, x, y, y));
        diagonal--;
      } else {
        path.add(new Block(x, x, y - 1, y));
        diagonal++;
      }
    }
    Collections.reverse(path);
    return path;
  }
}
