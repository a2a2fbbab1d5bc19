package dev.digester.document.text;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A text with edits, not yet put together: slices of the old bytes and of the new ones in turn. */
public final class Splice {
  private static final Comparator<Edit> IN_TEXT =
      Comparator.<Edit>comparingInt(edit -> edit.span().start())
          .thenComparingInt(edit -> edit.span().end());

  /** In bytes: what a pipe holds. */
  private static final int GATHERED = 1 << 16;

  private final SourceText source;
  private final List<Edit> edits;

  /**
   * Sorts the edits; those that insert at one place keep their order.
   *
   * @param source the text as it is
   * @param edits what changes
   * @throws IllegalArgumentException if two of them overlap or one lies outside of the text
   */
  public Splice(SourceText source, List<Edit> edits) {
    List<Edit> sorted = new ArrayList<>(edits);
    sorted.sort(IN_TEXT);
    this.source = source;
    this.edits = List.copyOf(sorted);
    int before = 0;
    for (Edit edit : this.edits) {
      if (edit.span().start() < before || edit.span().end() > source.length()) {
        throw new IllegalArgumentException("edits overlap or leave the text: " + edit.span());
      }
      before = edit.span().end();
    }
  }

  /** Some of the edits, the first of them and after the last by their numbers. */
  public Splice part(int from, int to) {
    return new Splice(source, edits.subList(from, to));
  }

  /** The text as it is. */
  public SourceText source() {
    return source;
  }

  /** What changes, in the order of the spans; none overlaps another. */
  public List<Edit> edits() {
    return edits;
  }

  /** Writes the slices; short ones are gathered first, none is copied that is long. */
  public void writeTo(OutputStream out) throws IOException {
    BufferedOutputStream gathering = new BufferedOutputStream(out, GATHERED);
    int at = 0;
    for (Edit edit : edits) {
      source.writeTo(gathering, new Span(at, edit.span().start()));
      gathering.write(edit.utf8());
      at = edit.span().end();
    }
    source.writeTo(gathering, new Span(at, source.length()));
    gathering.flush();
  }

  /** The edited text, in bytes of its own. */
  public SourceText apply() {
    int growth = 0;
    for (Edit edit : edits) {
      growth += edit.growth();
    }
    Pieces edited = new Pieces(source.length() + growth);
    int at = 0;
    for (Edit edit : edits) {
      edited.add(source.utf8(), at, edit.span().start()).add(edit.utf8());
      at = edit.span().end();
    }
    return source.with(edits, edited.add(source.utf8(), at, source.length()).bytes());
  }
}
