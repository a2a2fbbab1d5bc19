package dev.digester.document;

import java.util.List;

/** Where the edits of a splice move what they do not touch. */
final class Shifts {
  private final Ascending starts;
  private final Ascending ends;

  /** Where the texts of the edits begin in the new text. */
  private final Ascending newStarts;

  private final int[] lengths;

  /** How far the first n edits shift what is behind them. */
  private final int[] shifts;

  Shifts(Splice splice) {
    List<Edit> edits = splice.edits();
    starts = new Ascending(edits.stream().mapToInt(edit -> edit.span().start()).toArray());
    ends = new Ascending(edits.stream().mapToInt(edit -> edit.span().end()).toArray());
    lengths = edits.stream().mapToInt(edit -> edit.utf8().length).toArray();
    shifts = new int[edits.size() + 1];
    int[] places = new int[edits.size()];
    for (int i = 0; i < lengths.length; i++) {
      places[i] = starts.at(i) + shifts[i];
      shifts[i + 1] = shifts[i] + edits.get(i).growth();
    }
    newStarts = new Ascending(places);
  }

  /** The shift of a place by the edits that end there or before. */
  int at(int offset) {
    return shifts[ends.below(offset + 1)];
  }

  /** The shift of a place by the edits that end before it. */
  int before(int offset) {
    return shifts[ends.below(offset)];
  }

  /** The shift of what is behind all edits. */
  int total() {
    return shifts[lengths.length];
  }

  /** Whether no edit touches a range of the old text, its ends included. */
  boolean isUntouched(int start, int end) {
    int edit = ends.below(start);
    return edit == lengths.length || starts.at(edit) > end;
  }

  /** Whether an edit replaces all of a range of the old text. */
  boolean isReplaced(int start, int end) {
    int edit = starts.below(start + 1) - 1;
    return edit >= 0
        && ends.at(edit) > starts.at(edit)
        && start < ends.at(edit)
        && end <= ends.at(edit);
  }

  /** Whether a place of the new text is in the text of an edit, or directly behind it. */
  boolean isNew(int offset) {
    int edit = newStarts.below(offset + 1) - 1;
    return edit >= 0 && offset <= newStarts.at(edit) + lengths[edit];
  }
}
