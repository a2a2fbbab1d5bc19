package dev.digester.diff;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.digester.diff.LineScript.Block;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** The difference of two texts in the unified format. */
public final class UnifiedDiff {
  /** Unchanged lines shown around a change, as diff and git do. */
  private static final int CONTEXT = 3;

  private static final byte[] NOT_ENDED = "\n\\ No newline at end of file\n".getBytes(UTF_8);

  private final Lines before;
  private final Lines after;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private UnifiedDiff(Lines before, Lines after) {
    this.before = before;
    this.after = after;
  }

  /** As {@link #of(String, byte[], byte[])}, of strings. */
  public static String of(String path, String before, String after) {
    return new String(of(path, before.getBytes(UTF_8), after.getBytes(UTF_8)), UTF_8);
  }

  /**
   * The diff of a file, with the prefixes {@code a/} and {@code b/}; empty where nothing changed.
   *
   * @param path the file's path, relative to where the diff is applied, with {@code /}
   */
  public static byte[] of(String path, byte[] before, byte[] after) {
    UnifiedDiff diff = new UnifiedDiff(new Lines(before), new Lines(after));
    List<Block> blocks = LineScript.between(diff.before, diff.after);
    if (!blocks.isEmpty()) {
      diff.print("--- " + GitPath.of("a/" + path) + "\n");
      diff.print("+++ " + GitPath.of("b/" + path) + "\n");
      diff.hunks(blocks).forEach(diff::hunk);
    }
    return diff.out.toByteArray();
  }

  /** Blocks that are so close that the lines around them touch share a hunk. */
  private List<List<Block>> hunks(List<Block> blocks) {
    List<List<Block>> hunks = new ArrayList<>();
    int end = Integer.MIN_VALUE / 2;
    for (Block block : blocks) {
      if (block.start() - end > 2 * CONTEXT) {
        hunks.add(new ArrayList<>());
      }
      hunks.getLast().add(block);
      end = block.end();
    }
    return hunks;
  }

  private void hunk(List<Block> blocks) {
    Block first = blocks.getFirst();
    Block last = blocks.getLast();
    int lead = Math.min(CONTEXT, first.start());
    int trail = Math.min(CONTEXT, before.count() - last.end());
    print(
        "@@ -%s +%s @@\n"
            .formatted(
                range(first.start() - lead, last.end() + trail),
                range(first.afterStart() - lead, last.afterEnd() + trail)));
    int at = first.start() - lead;
    for (Block block : blocks) {
      lines(' ', before, at, block.start());
      lines('-', before, block.start(), block.end());
      lines('+', after, block.afterStart(), block.afterEnd());
      at = block.end();
    }
    lines(' ', before, at, last.end() + trail);
  }

  /** First line and number of lines; of no lines the line before. */
  private static String range(int start, int end) {
    int count = end - start;
    int first = count == 0 ? start : start + 1;
    return count == 1 ? Integer.toString(first) : first + "," + count;
  }

  private void lines(char mark, Lines text, int from, int to) {
    for (int line = from; line < to; line++) {
      out.write(mark);
      out.write(text.text(), text.start(line), text.start(line + 1) - text.start(line));
      if (!text.isEnded(line)) {
        out.writeBytes(NOT_ENDED);
      }
    }
  }

  private void print(String text) {
    out.writeBytes(text.getBytes(UTF_8));
  }
}
