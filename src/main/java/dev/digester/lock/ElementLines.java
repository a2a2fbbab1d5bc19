package dev.digester.lock;

import dev.digester.document.Node;
import dev.digester.document.text.SourceText;
import dev.digester.document.text.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of each element of a list in block style. To an element belong its own lines, the
 * comments directly above it, and those below it that are further right than its dash.
 */
final class ElementLines {
  private final SourceText source;

  ElementLines(SourceText source) {
    this.source = source;
  }

  /** From where an element's lines begin to where the lines after them do. */
  List<Span> of(List<Node> elements) {
    List<Span> all = new ArrayList<>();
    int floor = 0;
    for (Node element : elements) {
      int dash = dashLine(element);
      int end = end(element, indent(dash).length());
      all.add(new Span(start(dash, floor), end));
      floor = end;
    }
    return all;
  }

  /** The white space before an element's dash. */
  String indent(Node element) {
    return indent(dashLine(element));
  }

  private int dashLine(Node element) {
    int line = source.lineStart(element.span().start());
    while (line > 0 && !line(line).startsWith("-", indent(line).length())) {
      line = source.lineStart(line - 1);
    }
    return line;
  }

  private int start(int dash, int floor) {
    int start = dash;
    while (start > floor && isComment(source.lineStart(start - 1))) {
      start = source.lineStart(start - 1);
    }
    return Math.max(start, floor);
  }

  private int end(Node element, int dashColumn) {
    int end = source.nextLine(EntryEdit.lastByte(element));
    while (end < source.length() && isComment(end) && indent(end).length() > dashColumn) {
      end = source.nextLine(end);
    }
    return end;
  }

  private boolean isComment(int lineStart) {
    return line(lineStart).startsWith("#", indent(lineStart).length());
  }

  private String indent(int lineStart) {
    String line = line(lineStart);
    return line.substring(0, line.length() - line.stripLeading().length());
  }

  private String line(int start) {
    return source.text(new Span(start, source.nextLine(start)));
  }
}
