package dev.digester.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.digester.document.scan.Chars;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The comments of a document, found in the gaps between spans when somebody asks. A comment's span
 * is from its {@code #} to the end of its line, without the line break. JSON has none.
 *
 * <p>Everything here takes slots of the {@link NodeIndex}, so that the comment behind an alias is
 * that of the place where the alias stands.
 */
public final class Comments {
  private final SourceText source;
  private final byte[] utf8;
  private final NodeIndex index;

  Comments(Document document) {
    this.source = document.source();
    this.utf8 = source.utf8();
    this.index = document.index();
  }

  /** A comment that follows a node on its last line. */
  public record OfNode(int slot, Span comment) {}

  /**
   * The line comments that begin with a text, in document order. Found by looking for the text, so
   * that nodes without such a comment cost nothing; a text within a scalar is no comment.
   *
   * @param marker how the comment begins, with its {@code #}
   */
  public List<OfNode> beginningWith(String marker) {
    return new MarkedComments(this, utf8, index).find(marker.getBytes(UTF_8));
  }

  /** The text of a comment behind its {@code #}, without white space around it. */
  public String text(Span comment) {
    return source.text(new Span(comment.start() + 1, comment.end())).strip();
  }

  /**
   * The comment that follows a node on its last line: with nothing but white space or a comma
   * between them; behind a key also its colon and its value's properties, where the value begins on
   * a later line or is empty. For a block scalar it is the comment of its header, a block
   * collection has none.
   */
  public Optional<Span> line(int slot) {
    int start = lineStart(slot);
    return start < 0 ? Optional.empty() : Optional.of(toLineEnd(start));
  }

  /** Where {@link #line} begins, -1 where there is none. */
  int lineStart(int slot) {
    return switch (index.kind(slot)) {
      case BLOCK_MAPPING, BLOCK_SEQUENCE -> -1;
      case LITERAL, FOLDED -> at(header(slot));
      default -> at(index.isKey(slot) ? behindColon(index.end(slot)) : behindComma(slot));
    };
  }

  private int header(int slot) {
    int i = index.start(slot);
    while (i < utf8.length && !TextScan.isWhite(utf8[i]) && !TextScan.isBreak(utf8[i])) {
      i++;
    }
    return TextScan.skipWhite(utf8, i, utf8.length);
  }

  private int behindComma(int slot) {
    int i = TextScan.skipWhite(utf8, index.end(slot), utf8.length);
    return i < utf8.length && utf8[i] == ',' ? TextScan.skipWhite(utf8, i + 1, utf8.length) : i;
  }

  private int behindColon(int end) {
    int i = TextScan.skipWhite(utf8, end, utf8.length);
    if (i < utf8.length && utf8[i] == ':') {
      i = TextScan.skipWhite(utf8, i + 1, utf8.length);
      while (i < utf8.length && (utf8[i] == '&' || utf8[i] == '!')) {
        i = TextScan.skipWhite(utf8, NodeProperties.end(utf8, i), utf8.length);
      }
    }
    return i;
  }

  /** The offset itself if a comment begins there, else -1. */
  private int at(int offset) {
    boolean comment =
        offset > 0
            && offset < utf8.length
            && utf8[offset] == '#'
            && TextScan.isWhite(utf8[offset - 1]);
    return comment ? offset : -1;
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

  /** The comments behind the last node of the text. */
  public List<Span> foot() {
    int last = index.size() - 1;
    if (last < 0) {
      return comments(source.contentStart(), utf8.length, true);
    }
    NodeKind kind = index.kind(last);
    boolean atLineStart = kind.isBlockScalar();
    return comments(index.end(last), utf8.length, atLineStart);
  }

  /** The comments of a gap that stand on lines of their own, or behind an indicator there. */
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
        ownLine |= TextScan.isBreak(utf8[i]);
        i++;
      }
    }
    return comments;
  }

  private static boolean endsToken(byte before) {
    return TextScan.isWhite(before) || TextScan.isBreak(before);
  }

  /** The comment that begins at an offset. */
  Span toLineEnd(int offset) {
    return new Span(offset, Chars.lineEnd(utf8, offset));
  }
}
