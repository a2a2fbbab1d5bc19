package dev.digester.diff;

import java.util.ArrayList;
import java.util.List;

/**
 * The lines that differ between two texts: the algorithm of E. W. Myers ("An O(ND) Difference
 * Algorithm and Its Variations", 1986), begun again wherever a few lines agree.
 */
final class LineScript {
  /**
   * Lines that agree after a difference before the search counts it as passed; with fewer, a brace
   * or an empty line would do.
   */
  private static final int SURE = 4;

  /** Changed lines of one search at the most; its memory is their square. */
  private static final int MOST_CHANGES = 512;

  private final Lines before;
  private final Lines after;
  private final List<Block> blocks = new ArrayList<>();

  /**
   * Lines of the first text that give place to lines of the second; either may be none.
   *
   * @param start the first of them in the first text
   * @param end after the last
   */
  record Block(int start, int end, int afterStart, int afterEnd) {}

  /** What is reached in both texts. */
  private record Point(int x, int y) {}

  private LineScript(Lines before, Lines after) {
    this.before = before;
    this.after = after;
  }

  /** The blocks in order; lines between two of them agree. */
  static List<Block> between(Lines before, Lines after) {
    LineScript script = new LineScript(before, after);
    Point at = new Point(0, 0);
    while (at.x() < before.count() || at.y() < after.count()) {
      int same = before.agreeing(at.x(), after, at.y());
      at = new Point(at.x() + same, at.y() + same);
      if (at.x() < before.count() || at.y() < after.count()) {
        at = script.pass(at);
      }
    }
    return script.blocks;
  }

  /** Adds the blocks from a point where the texts differ to one where they agree again. */
  private Point pass(Point from) {
    Search search = new Search(before, after, from.x(), from.y());
    int most = MOST_CHANGES;
    int changes = 0;
    while (changes < most && !search.step(changes, SURE)) {
      changes++;
    }
    search.path(Math.min(changes, most - 1)).forEach(this::add);
    return new Point(search.reachedBefore(), search.reachedAfter());
  }

  private void add(Block block) {
    if (!blocks.isEmpty()
        && blocks.getLast().end() == block.start()
        && blocks.getLast().afterEnd() == block.afterStart()) {
      Block last = blocks.removeLast();
      blocks.add(new Block(last.start(), block.end(), last.afterStart(), block.afterEnd()));
    } else {
      blocks.add(block);
    }
  }
}
