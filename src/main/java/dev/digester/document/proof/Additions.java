package dev.digester.document.proof;

import dev.digester.document.edit.Replacement;
import dev.digester.document.text.Edit;
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

  /** How far the edits before each replacement's own move its scalar. */
  private final int[] shifts;

  private Additions(List<Edit> edits, int[] newStarts, int[] shifts) {
    this.shifts = shifts;
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
    int[] shifts = new int[replacements.size()];
    int count = 0;
    int replaced = 0;
    int shift = 0;
    for (Edit edit : edits) {
      if (replaced < replacements.size() && edit.isSame(replacements.get(replaced).edit())) {
        shifts[replaced++] = shift;
      } else {
        newStarts[count] = edit.span().start() + shift;
        added[count++] = edit;
      }
      shift += edit.growth();
    }
    if (replaced < replacements.size()) {
      throw EditException.defect("the edit of a new value is missing");
    }
    return new Additions(
        List.of(Arrays.copyOf(added, count)), Arrays.copyOf(newStarts, count), shifts);
  }

  /** How far the edits before a replacement's own move its scalar. */
  int shiftOf(int replacement) {
    return shifts[replacement];
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
