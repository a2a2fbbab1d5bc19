package dev.digester.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.digester.document.index.NodeIndex;
import dev.digester.document.index.NodeKind;
import dev.digester.document.text.Chars;
import dev.digester.document.text.SourceText;
import dev.digester.document.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The comments of a document, found in the gaps between spans when someone asks. A comment's span
 * is from its {@code #} to the end of its line, without the line break. JSON has none.
 *
 * <p>Everything here takes slots of the {@link NodeIndex}, so that the comment after following an
 * alias is that of the place where the alias stands.
 */
public final class Comments {
  private final SourceText source;
  private final byte[] utf8;
  private final NodeIndex index;
  private final LineComments lineComments;

  Comments(SourceText source, NodeIndex index) {
    this.source = source;
    this.utf8 = source.utf8();
    this.index = index;
    this.lineComments = new LineComments(utf8, index);
  }

  /** A comment that follows a node on its last line. */
  public record OfNode(int slot, Span comment) {}

  /**
   * The line comments that begin with a text, in document order. Found by looking for the text, so
   * that nodes without such a comment cost nothing; a text within a scalar is not a comment.
   *
   * @param marker how the comment begins, with its {@code #}
   */
  public List<OfNode> beginningWith(String marker) {
    List<OfNode> found = new ArrayList<>();
    lineComments.each(
        marker.getBytes(UTF_8), (slot, start) -> found.add(new OfNode(slot, toLineEnd(start))));
    return found;
  }

  /** The text of a comment after its {@code #}, without white space around it. */
  public String text(Span comment) {
    return source.text(new Span(comment.start() + 1, comment.end())).strip();
  }

  /**
   * The comment that follows a node on its last line: with nothing but white space or a comma
   * between them; after a key also its colon and its value's properties, where the value begins on
   * a later line or is empty. For a block scalar it is the comment of its header, a block
   * collection has none.
   */
  public Optional<Span> line(int slot) {
    int start = lineComments.start(slot);
    return start < 0 ? Optional.empty() : Optional.of(toLineEnd(start));
  }

  /**
   * The comments above a node, top down: those between the node before it and itself, but for one
   * that follows the node before it on its line. A block collection and its first child share
   * theirs.
   */
  public List<Span> head(int slot) {
    int before = slot - 1;
    while (before >= 0 && isBlock(before) && index.next(before) > slot) {
      before--;
    }
    if (before < 0) {
      return comments(source.contentStart(), index.start(slot), true);
    }
    boolean inside = index.next(before) > slot;
    int from = inside ? index.start(before) + 1 : index.end(before);
    NodeKind kind = index.kind(before);
    boolean atLineStart = kind.isBlockScalar();
    return comments(from, index.start(slot), atLineStart);
  }

  private boolean isBlock(int slot) {
    NodeKind kind = index.kind(slot);
    return kind == NodeKind.BLOCK_MAPPING || kind == NodeKind.BLOCK_SEQUENCE;
  }

  /** The comments after the last node of the text. */
  public List<Span> foot() {
    int last = index.size() - 1;
    if (last < 0) {
      return comments(source.contentStart(), utf8.length, true);
    }
    NodeKind kind = index.kind(last);
    boolean atLineStart = kind.isBlockScalar();
    return comments(index.end(last), utf8.length, atLineStart);
  }

  /** The comments of a gap that stand on lines of their own, or after an indicator there. */
  private List<Span> comments(int from, int to, boolean atLineStart) {
    List<Span> comments = new ArrayList<>();
    boolean ownLine = atLineStart;
    int i = from;
    while (i < to) {
      boolean first = i == 0 || (i == from && atLineStart);
      if (utf8[i] == '#' && (first || endsToken(utf8[i - 1]))) {
        Span comment = toLineEnd(i);
        if (ownLine) {
          comments.add(comment);
        }
        i = comment.end();
      } else {
        ownLine |= Chars.isBreak(utf8[i]);
        i++;
      }
    }
    return comments;
  }

  private static boolean endsToken(byte before) {
    return Chars.isWhite(before) || Chars.isBreak(before);
  }

  /** The comment that begins at an offset. */
  private Span toLineEnd(int offset) {
    return new Span(offset, Chars.lineEnd(utf8, offset));
  }
}
