package dev.digester.document.edit;

import dev.digester.document.Scalar;
import dev.digester.document.index.NodeIndex;
import dev.digester.document.text.Chars;
import dev.digester.document.text.Edit;
import dev.digester.document.text.SourceText;
import dev.digester.document.text.Span;

/** What must be written around content that is put where a node is empty. */
final class EmptyNode {
  private final Scalar scalar;
  private final SourceText source;
  private final byte[] utf8;
  private final NodeIndex index;
  private final int at;

  EmptyNode(Scalar scalar) {
    this.scalar = scalar;
    this.source = scalar.document().source();
    this.utf8 = source.utf8();
    this.index = scalar.document().index();
    this.at = scalar.span().start();
  }

  Edit fill(String text) {
    return new Edit(new Span(at, at), around(text));
  }

  private String around(String text) {
    if (at == 0 || Chars.isWhite(utf8[at - 1])) {
      return text;
    }
    boolean indicated = utf8[at - 1] == ':' || index.isKey(scalar.id());
    if (indicated || index.hasProperties(scalar.id()) || !isValue()) {
      return " " + text;
    }
    return index.isInFlow(scalar.id()) ? ": " + text : onOwnLine(text);
  }

  /** Whether the node belongs to a mapping, as the value of a key that no colon follows. */
  private boolean isValue() {
    int parent = index.parent(scalar.id());
    return parent >= 0 && index.kind(parent).isMapping();
  }

  /**
   * The value of an explicit key ({@code ? key}) stands below that, at the column of its mapping.
   */
  private String onOwnLine(String text) {
    String indent = " ".repeat(source.column(index.start(index.parent(scalar.id()))) - 1);
    String lineBreak = lineBreak();
    return Chars.isBreak(utf8[at - 1])
        ? indent + ": " + text + lineBreak
        : lineBreak + indent + ": " + text;
  }

  /** The line break that ends the first line of the text. */
  private String lineBreak() {
    int end = Chars.lineEnd(utf8, 0);
    return end == utf8.length ? "\n" : source.text(new Span(end, Chars.skipBreak(utf8, end)));
  }
}
