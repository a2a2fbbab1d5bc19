package dev.digester.document.proof;

import dev.digester.document.Document;
import dev.digester.document.index.NodeIndex;
import dev.digester.document.text.Chars;
import dev.digester.document.text.Edit;
import dev.digester.document.text.SourceText;
import dev.digester.document.text.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Finds the lines of a block document that edits can make read differently. A reader of block style
 * goes from line to line; all that it knows between two of them is which collections are open, in
 * which columns, and whether the innermost waits for a value. So a region has the lines of an edit,
 * and besides
 *
 * <ul>
 *   <li>the line with content before them: its scalar ends where the next line says so;
 *   <li>the one after them: it closes what the edit opened, or reads differently;
 *   <li>all lines of scalars and flow collections that these lines have a part of;
 *   <li>further lines in front, up to one of which the index tells what the reader knew there.
 * </ul>
 */
final class Regions {
  private final NodeIndex index;
  private final SourceText source;
  private final byte[] utf8;
  private final Surrounding around;
  private final Heads heads;

  /**
   * The lines of a region.
   *
   * @param end after the line break of the last one
   * @param front of the first one
   * @param indented whether the edits leave all indentation as it is
   */
  private record Extent(int start, int end, Heads.Front front, boolean indented) {
    Extent with(Extent other) {
      return new Extent(
          Math.min(start, other.start),
          Math.max(end, other.end),
          start <= other.start ? front : other.front,
          indented && other.indented);
    }
  }

  private Regions(Document document) {
    this.index = document.index();
    this.source = document.source();
    this.utf8 = source.utf8();
    this.around = new Surrounding(index);
    this.heads = new Heads(document, around);
  }

  /**
   * The regions of edits, in the order of the text, none touching another.
   *
   * @param document of YAML, without anchors and tags
   * @param edits in the order of the text
   */
  static List<Region> of(Document document, List<Edit> edits) {
    Regions regions = new Regions(document);
    Deque<Extent> extents = regions.extents(edits);
    List<Region> found = new ArrayList<>(extents.size());
    for (Extent extent : extents) {
      found.add(regions.region(extent));
    }
    return found;
  }

  private Deque<Extent> extents(List<Edit> edits) {
    Deque<Extent> found = new ArrayDeque<>();
    for (Edit edit : edits) {
      boolean inside = !found.isEmpty() && isInside(edit.span(), found.getLast());
      Extent extent = inside ? inside(found.getLast(), edit) : around(edit);
      while (!found.isEmpty() && found.getLast().end() >= extent.start()) {
        extent = extent.with(found.removeLast());
      }
      found.add(extent);
    }
    return found;
  }

  private Extent inside(Extent extent, Edit edit) {
    int line = source.lineStart(edit.span().start());
    return new Extent(extent.start(), extent.end(), extent.front(), isInLine(edit, line));
  }

  private Region region(Extent extent) {
    int leftmost = extent.indented() ? leftmost(extent) : 0;
    String head = heads.of(extent.front(), leftmost);
    return new Region(extent.start(), extent.end(), extent.front().first(), head);
  }

  /** The least column, from 0, that a line with content begins at. */
  private int leftmost(Extent extent) {
    int least = Integer.MAX_VALUE;
    for (int line = extent.start(); line < extent.end(); line = source.nextLine(line)) {
      if (hasContent(line)) {
        least = Math.min(least, Chars.skipSpaces(utf8, line) - line);
      }
    }
    return least;
  }

  /** Whether an edit is one of the text of its line, after the first character. */
  private boolean isInLine(Edit edit, int line) {
    int content = Chars.skipSpaces(utf8, line);
    return content < edit.span().start()
        && utf8[content] != '#'
        && Chars.lineEnd(utf8, line) >= edit.span().end()
        && Chars.lineEnd(edit.utf8(), 0) == edit.utf8().length;
  }

  private Extent around(Edit edit) {
    int line = source.lineStart(edit.span().start());
    int start = contentInFrontOf(line);
    Heads.Front front = heads.at(start);
    while (!front.isTold()) {
      int across = around.across(start);
      start = across < 0 ? contentInFrontOf(start) : source.lineStart(index.start(across));
      front = heads.at(start);
    }
    return new Extent(start, endBehind(edit.span().end()), front, isInLine(edit, line));
  }

  /** Whether a further edit makes a region no larger: its lines and the next are in it. */
  private boolean isInside(Span edited, Extent extent) {
    return behindContent(source.nextLine(edited.end())) <= extent.end();
  }

  private int endBehind(int edited) {
    return lineBehindNodes(behindContent(lineBehindNodes(source.nextLine(edited))));
  }

  /** After the first line with content from one on. */
  private int behindContent(int line) {
    int end = line;
    while (end < utf8.length && !hasContent(end)) {
      end = source.nextLine(end);
    }
    return source.nextLine(end);
  }

  /** The first line from one on that nothing begins before and ends after its start. */
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

  /** The start of the last line with content before a line, or of the text. */
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
    int content = Chars.skipSpaces(utf8, line);
    return content < utf8.length && !Chars.isBreak(utf8[content]) && utf8[content] != '#';
  }
}
