package dev.digester.setters;

import dev.digester.document.Document;
import dev.digester.document.Node;
import dev.digester.document.Sequence;
import dev.digester.document.index.NodeIndex;
import dev.digester.document.index.NodeKind;
import dev.digester.document.text.Edit;
import dev.digester.document.text.SourceText;
import dev.digester.document.text.Span;
import java.util.List;
import java.util.regex.Pattern;

/** A flow list that is the value of a key, and how it becomes a block list. */
final class FlowList {
  /** What stands between a key and a value on a later line, if nothing else does. */
  private static final Pattern COLON = Pattern.compile("[ \\t]*:\\s*");

  private final Sequence list;
  private final Document document;
  private final SourceText source;
  private final NodeIndex index;
  private final int key;

  FlowList(Sequence list) {
    this.list = list;
    this.document = list.document();
    this.source = document.source();
    this.index = document.index();
    this.key = list.id() - 1;
  }

  /** Whether a comment can be after the list's key, as that of a block list does. */
  boolean canBeBlock() {
    return !index.isInFlow(list.id()) && (isOnLineOfKey() || COLON.matcher(between()).matches());
  }

  private boolean isOnLineOfKey() {
    return source.lineStart(list.span().start()) <= index.end(key);
  }

  private String between() {
    int colon = index.end(key);
    return source.text(new Span(colon, list.span().start()));
  }

  /** Whether the elements can be written on lines of their own as they are. */
  boolean isMovable() {
    boolean movable = true;
    for (int slot = list.id() + 1; slot < index.next(list.id()); slot++) {
      boolean bare = index.anchor(slot).isEmpty() && index.tag(slot).isEmpty();
      movable &= bare && index.kind(slot) != NodeKind.ALIAS && index.span(slot).length() > 0;
    }
    int at = list.span().start();
    for (Node element : list.elements()) {
      movable &= !holds('#', at, element.span().start());
      at = element.span().end();
      movable &= !holds('\n', element.span().start(), at);
    }
    return movable && !holds('#', at, list.span().end());
  }

  private boolean holds(char c, int start, int end) {
    return source.text(new Span(start, end)).indexOf(c) >= 0;
  }

  /**
   * The edit that makes it a block list, at the column of its key.
   *
   * @param comment to be after the key, empty text where there is to be none
   * @param elements each with its lines, written as they are to be
   */
  Edit toBlock(String comment, List<List<String>> elements) {
    String indent = " ".repeat(source.column(index.start(key)) - 1);
    String block = new BlockList(indent, source.lineEnd()).text(elements);
    int end = document.comments().line(list.id()).map(Span::end).orElse(list.span().end());
    return new Edit(new Span(start(comment), end), head(comment) + indent + block);
  }

  /** After the colon and its blank; without a comment, the blank goes. */
  private int start(String comment) {
    int start = isOnLineOfKey() ? list.span().start() : index.end(key) + between().indexOf(':') + 1;
    boolean blank = source.text(new Span(start - 1, start)).equals(" ");
    return comment.isEmpty() && blank ? start - 1 : start;
  }

  private String head(String comment) {
    String blank = isOnLineOfKey() || comment.isEmpty() ? "" : " ";
    return blank + comment + source.lineEnd();
  }
}
