package dev.digester.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
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

  /** The bytes of the edits' texts. */
  private final List<byte[]> texts;

  /**
   * Sorts the edits; those that insert at one place keep their order.
   *
   * @param source the text as it is
   * @param edits what changes
   * @throws IllegalArgumentException if two of them overlap or one lies outside of the text
   */
  public Splice(SourceText source, List<Edit> edits) {
    this(source, inOrder(edits), new ArrayList<>(edits.size()));
    this.edits.forEach(edit -> texts.add(edit.text().getBytes(UTF_8)));
  }

  private static List<Edit> inOrder(List<Edit> edits) {
    List<Edit> sorted = new ArrayList<>(edits);
    sorted.sort(IN_TEXT);
    return List.copyOf(sorted);
  }

  private Splice(SourceText source, List<Edit> edits, List<byte[]> texts) {
    this.source = source;
    this.edits = edits;
    this.texts = texts;
    int before = 0;
    for (Edit edit : edits) {
      if (edit.span().start() < before || edit.span().end() > source.length()) {
        throw new IllegalArgumentException("edits overlap or leave the text: " + edit.span());
      }
      before = edit.span().end();
    }
  }

  /**
   * The edits of another text.
   *
   * @param places where they are in it, in the same order
   */
  Splice moved(SourceText other, List<Edit> places) {
    return new Splice(other, places, texts);
  }

  /** Some of the edits, the first of them and behind the last by their numbers. */
  Splice part(int from, int to) {
    return new Splice(source, edits.subList(from, to), texts.subList(from, to));
  }

  /** The text as it is. */
  SourceText source() {
    return source;
  }

  /** What changes, in the order of the spans; none overlaps another. */
  List<Edit> edits() {
    return edits;
  }

  /** The bytes that an edit puts in, which must not be changed. */
  byte[] utf8(int edit) {
    return texts.get(edit);
  }

  /** Writes the slices; short ones are gathered first, none is copied that is long. */
  public void writeTo(OutputStream out) throws IOException {
    BufferedOutputStream gathering = new BufferedOutputStream(out, GATHERED);
    int at = 0;
    for (int i = 0; i < edits.size(); i++) {
      source.writeTo(gathering, new Span(at, edits.get(i).span().start()));
      gathering.write(texts.get(i));
      at = edits.get(i).span().end();
    }
    source.writeTo(gathering, new Span(at, source.length()));
    gathering.flush();
  }

  /** The edited text, in bytes of its own. */
  public SourceText apply() {
    int growth = 0;
    for (int i = 0; i < edits.size(); i++) {
      growth += texts.get(i).length - edits.get(i).span().length();
    }
    ByteBuffer target = ByteBuffer.allocate(source.length() + growth);
    int at = 0;
    for (int i = 0; i < edits.size(); i++) {
      target.put(source.utf8(), at, edits.get(i).span().start() - at).put(texts.get(i));
      at = edits.get(i).span().end();
    }
    target.put(source.utf8(), at, source.length() - at);
    return source.with(this, target.array());
  }
}
