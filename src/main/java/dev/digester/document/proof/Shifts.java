package dev.digester.document.proof;

import dev.digester.document.text.Edit;
import java.util.List;

/** Where the edits of a splice move what they do not touch. */
final class Shifts {
  private final Ascending starts;
  private final Ascending ends;

  /** How far the first n edits shift what is after them. */
  private final int[] shifts;

  /**
   * Of the edits of a splice.
   *
   * @param edits in the order of the text
   */
  Shifts(List<Edit> edits) {
    starts = new Ascending(edits.stream().mapToInt(edit -> edit.span().start()).toArray());
    ends = new Ascending(edits.stream().mapToInt(edit -> edit.span().end()).toArray());
    shifts = new int[edits.size() + 1];
    for (int i = 0; i < edits.size(); i++) {
      shifts[i + 1] = shifts[i] + edits.get(i).growth();
    }
  }

  /** The shift of a place by the edits that end there or before. */
  int at(int offset) {
    return shifts[ends.below(offset + 1)];
  }

  /** The shift of a place by the edits that end before it. */
  int before(int offset) {
    return shifts[ends.below(offset)];
  }

  /** The shift of what is after all edits. */
  int total() {
    return shifts[shifts.length - 1];
  }

  /** Whether no edit touches a range of the old text, its ends included. */
  boolean isUntouched(int start, int end) {
    int edit = ends.below(start);
    return edit == shifts.length - 1 || starts.at(edit) > end;
  }
}
