package dev.digester.setters;

import dev.digester.document.Document;
import dev.digester.document.Node;
import dev.digester.document.Scalar;
import dev.digester.document.Sequence;
import dev.digester.document.edit.Spelling;
import dev.digester.document.index.NodeKind;
import java.util.ArrayList;
import java.util.List;

/**
 * An element of a list that is rewritten.
 *
 * @param value what a scalar reads, the text of anything else
 * @param lines how it is written; lines after the first are indented from where the first begins
 * @param slots the nodes that it is in a document's index
 */
record ArrayElement(String value, List<String> lines, int slots) {
  private static final String NULL = "null";

  ArrayElement {
    lines = List.copyOf(lines);
  }

  static ArrayElement text(String value, String spelling) {
    return new ArrayElement(value, List.of(spelling), 1);
  }

  /** An element as it is written elsewhere, quotes and all. */
  static ArrayElement of(Node node) {
    Document document = node.document();
    String text = document.source().text(node.span()).stripTrailing();
    int slots = document.index().next(node.id()) - node.id();
    if (node instanceof Scalar scalar) {
      if (text.isEmpty()) {
        return text(NULL, NULL);
      }
      boolean asWritten = isFlowScalar(scalar.kind()) && isOneLine(text);
      return text(scalar.value(), asWritten ? text : Spelling.doubleQuoted(scalar.value()));
    }
    return new ArrayElement(text, lines(node, text), slots);
  }

  private static boolean isFlowScalar(NodeKind kind) {
    return kind != NodeKind.LITERAL && kind != NodeKind.FOLDED;
  }

  private static boolean isOneLine(String text) {
    return text.indexOf('\n') < 0 && text.indexOf('\r') < 0;
  }

  /** The lines of a collection, without the indentation that all of them have. */
  private static List<String> lines(Node collection, String text) {
    int indent = collection.document().source().column(collection.span().start()) - 1;
    List<String> lines = new ArrayList<>();
    for (String line : text.split("\r\n|\r|\n", -1)) {
      int blank = line.length() - line.stripLeading().length();
      lines.add(lines.isEmpty() ? line : line.substring(Math.min(indent, blank)));
    }
    return lines;
  }

  /** What an element of a list reads. */
  static String read(Node node) {
    return node instanceof Scalar scalar
        ? scalar.value()
        : node.document().source().text(node.span()).stripTrailing();
  }

  /** What the elements of a list read. */
  static List<String> read(Sequence list) {
    return list.elements().stream().map(ArrayElement::read).toList();
  }
}
