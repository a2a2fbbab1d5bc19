package dev.digester.document;

import java.util.Arrays;
import java.util.List;

/**
 * The edits of a splice that are not replacements of scalars: only they may bring nodes, and only
 * they may replace some.
 */
final class Additions {
  private final Ascending starts;
  private final Ascending ends;

  /** Where their texts begin in the new text, and how long they are. */
  private final Ascending newStarts;

  private final int[] lengths;

  private Additions(List<Edit> edits, int[] newStarts) {
    this.starts = new Ascending(edits.stream().mapToInt(edit -> edit.span().start()).toArray());
    this.ends = new Ascending(edits.stream().mapToInt(edit -> edit.span().end()).toArray());
    this.newStarts = new Ascending(newStarts);
    this.lengths = edits.stream().mapToInt(edit -> edit.utf8().length).toArray();
  }

  /**
   * What is left of the edits of a splice.
   *
   * @param edits in the order of the text
   * @param replacements whose edits are among them, in the same order
   * @throws EditException if an edit of a replacement is missing
   */
  static Additions of(List<Edit> edits, List<Replacement> replacements) {
    Edit[] added = new Edit[edits.size()];
    int[] newStarts = new int[edits.size()];
    int count = 0;
    int replaced = 0;
    int shift = 0;
    for (Edit edit : edits) {
      if (replaced < replacements.size() && edit.isSame(replacements.get(replaced).edit())) {
        replaced++;
      } else {
        newStarts[count] = edit.span().start() + shift;
        added[count++] = edit;
      }
      shift += edit.growth();
    }
    if (replaced < replacements.size()) {
      throw EditException.defect("the edit of a new value is missing");
    }
    return new Additions(List.of(Arrays.copyOf(added, count)), Arrays.copyOf(newStarts, count));
  }

  /** Whether one replaces all of a range of the old text. */
  boolean replace(int start, int end) {
    int edit = starts.below(start + 1) - 1;
    return edit >= 0
        && ends.at(edit) > starts.at(edit)
        && start < ends.at(edit)
        && end <= ends.at(edit);
  }

  /** Whether a place of the new text is in the text of one, or directly after it. */
  boolean has(int offset) {
    int edit = newStarts.below(offset + 1) - 1;
    return edit >= 0 && offset <= newStarts.at(edit) + lengths[edit];
  }
}
