package dev.digester.krm;

import dev.digester.document.Mapping;
import dev.digester.document.Node;
import dev.digester.document.Sequence;
import dev.digester.document.text.Edit;
import dev.digester.document.text.SourceText;
import dev.digester.document.text.Span;
import java.util.List;

/** Results in a list that is JSON, or a flow mapping of YAML. */
final class FlowForm implements ResultsSection.Form {
  private final ListDocument list;
  private final SourceText source;

  FlowForm(ListDocument list) {
    this.list = list;
    this.source = list.document().source();
  }

  @Override
  public List<Edit> section(List<Mapping.Entry> entries, List<String> kept, List<Result> results) {
    Mapping.Entry last = entries.getLast();
    StringBuilder text = new StringBuilder("," + gap(last.key()) + "\"results\": [");
    text.append(String.join(", ", kept));
    elements(text, results, kept.isEmpty() ? "" : ", ");
    return insertion(end(last), text.append(']').toString());
  }

  @Override
  public boolean continues(Node present) {
    return present instanceof Sequence sequence
        && sequence.kind().isFlow()
        && !sequence.elements().isEmpty();
  }

  @Override
  public List<Edit> more(Node present, List<Result> results) {
    Node last = ((Sequence) present).elements().getLast();
    StringBuilder text = new StringBuilder();
    elements(text, results, ", ");
    return insertion(last.span().end(), text.toString());
  }

  @Override
  public Span entry(List<Mapping.Entry> entries, int at) {
    return at == 0
        ? new Span(entries.get(0).key().span().start(), entries.get(1).key().span().start())
        : new Span(end(entries.get(at - 1)), end(entries.get(at)));
  }

  /**
   * @param first what is before the first one
   */
  private void elements(StringBuilder text, List<Result> results, String first) {
    ResultText elements = new ResultText(list, new FlowLayout(text));
    String before = first;
    for (Result result : results) {
      text.append(before);
      elements.add(result);
      before = ", ";
    }
  }

  /** A new member stands as the last one does: on a line of its own, or after a blank. */
  private String gap(Node key) {
    String before =
        source.text(new Span(Math.max(0, key.span().start() - 200), key.span().start()));
    String blanks = before.substring(before.stripTrailing().length());
    int lineEnd = Math.max(blanks.lastIndexOf('\n'), blanks.lastIndexOf('\r'));
    return lineEnd < 0 ? " " : source.lineEnd() + blanks.substring(lineEnd + 1);
  }

  private int end(Mapping.Entry entry) {
    return list.document().index().end(entry.valueSlot());
  }

  private static List<Edit> insertion(int offset, String text) {
    return List.of(new Edit(new Span(offset, offset), text));
  }
}
