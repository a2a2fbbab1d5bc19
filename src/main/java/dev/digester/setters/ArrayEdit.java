package dev.digester.setters;

import dev.digester.document.Document;
import dev.digester.document.Sequence;
import dev.digester.document.index.NodeIndex;
import dev.digester.document.index.NodeKind;
import dev.digester.document.text.Edit;
import dev.digester.document.text.SourceText;
import dev.digester.document.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * The edit that gives a list other elements. A block list stays where it is, at its indentation; a
 * flow list becomes a block list, its comment goes after the key; an empty list is {@code []} with
 * the comment after it. Where no comment can be after the key, as within a flow collection, a flow
 * list stays one.
 */
final class ArrayEdit {
  private final SetterField field;
  private final ArrayValue value;
  private final Sequence list;
  private final SourceText source;
  private final NodeIndex index;

  ArrayEdit(SetterField field, ArrayValue value) {
    this.field = field;
    this.value = value;
    this.list = field.list();
    this.source = field.document().source();
    this.index = field.document().index();
  }

  Edit edit() {
    boolean empty = value.elements().isEmpty();
    if (list.kind() == NodeKind.BLOCK_SEQUENCE) {
      return empty ? emptied() : block();
    }
    FlowList flow = new FlowList(list);
    return empty || !flow.canBeBlock()
        ? new Edit(list.span(), flow())
        : flow.toBlock(source.text(field.comment()).stripTrailing(), lines());
  }

  private Edit block() {
    int start = list.span().start();
    return new Edit(new Span(start, end()), block(source.column(start)) + lastLineEnd());
  }

  private Edit emptied() {
    int start = field.comment().start();
    return new Edit(new Span(start, end()), "[] " + source.text(field.comment()) + lastLineEnd());
  }

  private String flow() {
    return "[" + String.join(", ", value.spellings()) + "]";
  }

  private List<List<String>> lines() {
    return value.elements().stream().map(ArrayElement::lines).toList();
  }

  private String block(int column) {
    return new BlockList(" ".repeat(column - 1), source.lineEnd()).text(lines());
  }

  /** After the list; a comment after its last element was that element's. */
  private int end() {
    int last = index.next(list.id()) - 1;
    boolean block = index.kind(last) == NodeKind.LITERAL || index.kind(last) == NodeKind.FOLDED;
    Optional<Span> comment = block ? Optional.empty() : field.document().comments().line(last);
    return comment.map(Span::end).orElse(list.span().end());
  }

  /** A block scalar ends with the end of its line, which what takes its place needs as well. */
  private String lastLineEnd() {
    String text = source.text(list.span());
    return text.endsWith("\n") || text.endsWith("\r") ? source.lineEnd() : "";
  }

  /** How many nodes more the document has afterwards. */
  int growth() {
    return value.slots() - (index.next(list.id()) - list.id() - 1);
  }

  /**
   * Whether an edited document reads as it should.
   *
   * @param before how many nodes more there are before the list
   */
  boolean isDone(Document edited, int before) {
    int slot = list.id() + before;
    return edited.node(slot) instanceof Sequence now
        && edited.index().next(slot) - slot - 1 == value.slots()
        && now.elements().size() == value.elements().size()
        && sameScalars(now);
  }

  private boolean sameScalars(Sequence now) {
    int position = 0;
    for (var element : now.elements()) {
      ArrayElement wanted = value.elements().get(position++);
      if (wanted.slots() == 1 && !ArrayElement.read(element).equals(wanted.value())) {
        return false;
      }
    }
    return true;
  }
}
