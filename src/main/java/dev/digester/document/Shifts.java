package dev.digester.document;

import java.util.Arrays;
import java.util.List;

/** Where the edits of a splice move what they do not touch. */
final class Shifts {
  private final int[] starts;
  private final int[] ends;
  private final int[] lengths;

  /** Where the texts of the edits begin in the new text. */
  private final int[] newStarts;

  /** How far the first n edits shift what is behind them. */
  private final int[] shifts;

  Shifts(Splice splice) {
    List<Edit> edits = splice.edits();
    starts = edits.stream().mapToInt(edit -> edit.span().start()).toArray();
    ends = edits.stream().mapToInt(edit -> edit.span().end()).toArray();
    lengths = edits.stream().mapToInt(edit -> Splice.utf8Length(edit.text())).toArray();
    shifts = new int[edits.size() + 1];
    newStarts = new int[edits.size()];
    for (int i = 0; i < lengths.length; i++) {
      newStarts[i] = starts[i] + shifts[i];
      shifts[i + 1] = shifts[i] + lengths[i] - (ends[i] - starts[i]);
    }
  }

  /** The shift of a place by the edits that end there or before. */
  int at(int offset) {
    return shifts[count(ends, offset + 1)];
  }

  /** The shift of a place by the edits that end before it. */
  int before(int offset) {
    return shifts[count(ends, offset)];
  }

  /** Whether an edit replaces all of a range of the old text. */
  boolean isReplaced(int start, int end) {
    int edit = count(starts, start + 1) - 1;
    return edit >= 0 && ends[edit] > starts[edit] && start < ends[edit] && end <= ends[edit];
  }

  /** Whether a place of the new text is in the text of an edit, or directly behind it. */
  boolean isNew(int offset) {
    int edit = count(newStarts, offset + 1) - 1;
    return edit >= 0 && offset <= newStarts[edit] + lengths[edit];
  }

  /** How many of the ascending numbers are less than a bound. */
  private static int count(int[] ascending, int bound) {
    int found = Arrays.binarySearch(ascending, bound);
    int count = found < 0 ? -found - 1 : found;
    while (count > 0 && ascending[count - 1] >= bound) {
      count--;
    }
    return count;
  }
}
