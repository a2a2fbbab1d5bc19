package dev.digester.document;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Finds the lines of a block document that edits can make read differently. A reader of block style
 * goes from line to line; all that it knows between two of them is which collections are open, in
 * which columns, and whether the innermost waits for a value. So a region has the lines of an edit,
 * and besides
 *
 * <ul>
 *   <li>the line with content in front of them: its scalar ends where the next line says so;
 *   <li>the one behind them: it closes what the edit opened, or reads differently;
 *   <li>all lines of scalars and flow collections that these lines have a part of;
 *   <li>further lines in front, up to one of which the index tells what the reader knew there.
 * </ul>
 */
final class Regions {
  private static final String KEY = "a:\n";
  private static final String ENTRY = "a: b\n";
  private static final String DASH = "-\n";
  private static final String ELEMENT = "- b\n";

  /** What a line begins with. */
  private enum Opening {
    /** The root of a document. */
    ROOT,
    /** A further key of a mapping, or element of a sequence, that is open. */
    FURTHER,
    /** The value of the key in front of the line. */
    VALUE,
    /** What the index does not tell, or the middle of a scalar. */
    OTHER
  }

  private final NodeIndex index;
  private final SourceText source;
  private final byte[] utf8;
  private final Surrounding around;

  private Regions(Document document) {
    this.index = document.index();
    this.source = document.source();
    this.utf8 = source.utf8();
    this.around = new Surrounding(index);
  }

  /**
   * The regions of edits, in the order of the text, none touching another.
   *
   * @param document of YAML, without anchors and tags
   * @param edits in the order of the text
   */
  static List<Region> of(Document document, List<Edit> edits) {
    Regions regions = new Regions(document);
    Deque<Region> found = new ArrayDeque<>();
    for (Edit edit : edits) {
      if (!found.isEmpty() && regions.isInside(edit.span(), found.getLast())) {
        continue;
      }
      Region region = regions.around(edit.span());
      while (!found.isEmpty() && found.getLast().end() >= region.start()) {
        Region before = found.removeLast();
        region =
            before.start() <= region.start()
                ? before.until(region.end())
                : region.until(before.end());
      }
      found.add(region);
    }
    return List.copyOf(found);
  }

  private Region around(Span edited) {
    int start = contentInFrontOf(source.lineStart(edited.start()));
    Opening opening = openingAt(start);
    while (opening == Opening.OTHER) {
      int across = around.across(start);
      start = across < 0 ? contentInFrontOf(start) : source.lineStart(index.start(across));
      opening = openingAt(start);
    }
    int first = around.first();
    String head = head(opening);
    return new Region(start, endBehind(edited.end()), first, head);
  }

  private Opening openingAt(int line) {
    around.moveTo(line);
    int first = around.first();
    if (first == 0) {
      return Opening.ROOT;
    }
    if (around.across(line) >= 0 || first == index.size()) {
      return Opening.OTHER;
    }
    int content = TextScan.skipSpaces(utf8, line, utf8.length);
    int depth = around.depth();
    if (depth > 0 && index.kind(around.collection(depth - 1)) == NodeKind.BLOCK_SEQUENCE) {
      boolean dash = content - line == column(depth - 1) && utf8[content] == '-';
      return dash ? Opening.FURTHER : Opening.OTHER;
    }
    boolean begins = index.start(first) == content;
    return !begins
        ? Opening.OTHER
        : depth == 0 ? Opening.ROOT : index.isKey(first) ? Opening.FURTHER : Opening.VALUE;
  }

  /** Lines that bring the reader to where it is in front of the place. */
  private String head(Opening opening) {
    StringBuilder head = new StringBuilder();
    int depth = around.depth();
    for (int level = 0; level < depth; level++) {
      boolean mapping = index.kind(around.collection(level)).isMapping();
      boolean filled = level == depth - 1 && opening == Opening.FURTHER;
      head.repeat(' ', column(level));
      head.append(mapping ? (filled ? ENTRY : KEY) : (filled ? ELEMENT : DASH));
    }
    return head.toString();
  }

  /** The column of a collection around the place, from 0. */
  private int column(int level) {
    return source.column(index.start(around.collection(level))) - 1;
  }

  /** Whether a further edit makes a region no larger: its lines and the next are in it. */
  private boolean isInside(Span edited, Region region) {
    return behindContent(source.nextLine(edited.end())) <= region.end();
  }

  private int endBehind(int edited) {
    return lineBehindNodes(behindContent(lineBehindNodes(source.nextLine(edited))));
  }

  /** Behind the first line with content from one on. */
  private int behindContent(int line) {
    int end = line;
    while (end < utf8.length && !hasContent(end)) {
      end = source.nextLine(end);
    }
    return source.nextLine(end);
  }

  /** The first line from one on that nothing begins in front of and ends behind its start. */
  private int lineBehindNodes(int line) {
    int end = line;
    around.moveTo(end);
    for (int across = around.across(end); across >= 0; across = around.across(end)) {
      int behind = index.end(across);
      end = source.lineStart(behind) == behind ? behind : source.nextLine(behind);
      around.moveTo(end);
    }
    return end;
  }

  /** The start of the last line with content in front of a line, or of the text. */
  private int contentInFrontOf(int line) {
    int start = line;
    do {
      start = lineInFrontOf(start);
    } while (start > source.contentStart() && !hasContent(start));
    return start;
  }

  private int lineInFrontOf(int line) {
    if (line <= source.contentStart()) {
      return line;
    }
    boolean crlf = utf8[line - 1] == '\n' && line > 1 && utf8[line - 2] == '\r';
    return source.lineStart(line - (crlf ? 2 : 1));
  }

  private boolean hasContent(int line) {
    int content = TextScan.skipSpaces(utf8, line, utf8.length);
    return content < utf8.length && !TextScan.isBreak(utf8[content]) && utf8[content] != '#';
  }
}
