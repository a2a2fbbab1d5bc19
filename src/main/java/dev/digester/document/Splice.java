package dev.digester.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A text with edits, not yet put together: slices of the old bytes and of the new ones in turn.
 *
 * @param source the text as it is
 * @param edits what changes, in the order of their spans; none overlaps another
 */
public record Splice(SourceText source, List<Edit> edits) {
  private static final Comparator<Edit> IN_TEXT =
      Comparator.<Edit>comparingInt(edit -> edit.span().start())
          .thenComparingInt(edit -> edit.span().end());

  /**
   * Sorts the edits; those that insert at one place keep their order.
   *
   * @throws IllegalArgumentException if two of them overlap or one lies outside of the text
   */
  public Splice {
    edits = edits.stream().sorted(IN_TEXT).toList();
    int before = 0;
    for (Edit edit : edits) {
      if (edit.span().start() < before || edit.span().end() > source.length()) {
        throw new IllegalArgumentException("edits overlap or leave the text: " + edit.span());
      }
      before = edit.span().end();
    }
  }

  /**
   * The slices in order, for a gathering write; the old bytes are not copied, nor may be changed.
   */
  public List<ByteBuffer> slices() {
    List<ByteBuffer> slices = new ArrayList<>(2 * edits.size() + 1);
    int at = 0;
    for (Edit edit : edits) {
      slices.add(old(at, edit.span().start()));
      slices.add(ByteBuffer.wrap(edit.text().getBytes(UTF_8)).asReadOnlyBuffer());
      at = edit.span().end();
    }
    slices.add(old(at, source.length()));
    return slices;
  }

  static int utf8Length(String text) {
    return text.getBytes(UTF_8).length;
  }

  private ByteBuffer old(int from, int to) {
    return ByteBuffer.wrap(source.utf8(), from, to - from).slice().asReadOnlyBuffer();
  }

  /** Writes the slices, copying only what is new. */
  public void writeTo(OutputStream out) throws IOException {
    int at = 0;
    for (Edit edit : edits) {
      source.writeTo(out, new Span(at, edit.span().start()));
      out.write(edit.text().getBytes(UTF_8));
      at = edit.span().end();
    }
    source.writeTo(out, new Span(at, source.length()));
  }

  /** The edited text, in bytes of its own. */
  SourceText apply() {
    List<ByteBuffer> slices = slices();
    byte[] bytes = new byte[slices.stream().mapToInt(ByteBuffer::remaining).sum()];
    ByteBuffer target = ByteBuffer.wrap(bytes);
    slices.forEach(target::put);
    return SourceText.of(bytes);
  }
}
