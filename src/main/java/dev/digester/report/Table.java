package dev.digester.report;

import java.util.ArrayList;
import java.util.List;

/** Rows of cells, lined up in columns as kubectl lines them up. */
public final class Table {
  /** Spaces between columns. */
  private static final int GAP = 3;

  private final List<List<Cell>> rows = new ArrayList<>();
  private final int columns;

  /**
   * What is in a column of a row.
   *
   * @param text on one line, without control characters
   */
  public record Cell(String text, Palette.Tone tone) {
    /** A cell without a colour. */
    public Cell(String text) {
      this(text, Palette.Tone.NORMAL);
    }

    private int width() {
      return text.codePointCount(0, text.length());
    }
  }

  /** A table with a first row of headings. */
  public Table(String... headings) {
    this.columns = headings.length;
    rows.add(List.of(headings).stream().map(name -> new Cell(name, Palette.Tone.STRONG)).toList());
  }

  /**
   * Adds a row.
   *
   * @throws IllegalArgumentException if it has not as many cells as there are headings
   */
  public void add(Cell... cells) {
    if (cells.length != columns) {
      throw new IllegalArgumentException(cells.length + " cells in " + columns + " columns");
    }
    rows.add(List.of(cells));
  }

  /** All rows, each with a line feed; no line ends with spaces. */
  public String print(Palette palette) {
    int[] widths = widths();
    StringBuilder text = new StringBuilder();
    for (List<Cell> row : rows) {
      int spaces = 0;
      for (int i = 0; i < columns; i++) {
        Cell cell = row.get(i);
        if (!cell.text().isEmpty()) {
          text.repeat(' ', spaces).append(palette.paint(cell.tone(), cell.text()));
          spaces = 0;
        }
        spaces += widths[i] + GAP - cell.width();
      }
      text.append('\n');
    }
    return text.toString();
  }

  private int[] widths() {
    int[] widths = new int[columns];
    for (List<Cell> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row.get(i).width());
      }
    }
    return widths;
  }
}
