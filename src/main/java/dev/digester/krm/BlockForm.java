package dev.digester.krm;

import dev.digester.document.Mapping;
import dev.digester.document.Node;
import dev.digester.document.index.NodeKind;
import dev.digester.document.text.Edit;
import dev.digester.document.text.SourceText;
import dev.digester.document.text.Span;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Results in a list that is a block mapping of YAML. */
final class BlockForm implements ResultsSection.Form {
  /** The marker of a document's end (YAML 1.2.2, clause 9.1.2). */
  private static final Pattern DOCUMENT_END =
      Pattern.compile("^\\.\\.\\.(?=\\s|$)", Pattern.MULTILINE);

  private final ListDocument list;
  private final SourceText source;
  private final Mapping root;

  BlockForm(ListDocument list) {
    this.list = list;
    this.source = list.document().source();
    this.root = list.root();
  }

  @Override
  public List<Edit> section(List<Mapping.Entry> entries, List<String> kept, List<Result> results) {
    String indent = indent(root);
    LongInsertion section =
        openEnded()
            ? new LongInsertion(source.lineStart(entries.getLast().key().span().start()))
            : atEnd();
    section.add(indent + "results:" + source.lineEnd());
    kept.forEach(element -> section.add(indent + "- " + element + source.lineEnd()));
    return elements(section, results, indent);
  }

  /**
   * Whether the text ends in a block scalar that lacks its line end: text after it would give it
   * one (YAML 1.2.2, clause 8.1.1.2), so the section has to be before the last key.
   */
  private boolean openEnded() {
    int last = root.document().index().size() - 1;
    NodeKind kind = root.document().index().kind(last);
    return (kind == NodeKind.LITERAL || kind == NodeKind.FOLDED)
        && source.lineStart(source.length()) < source.length();
  }

  @Override
  public boolean continues(Node present) {
    return present.kind() == NodeKind.BLOCK_SEQUENCE && !openEnded();
  }

  @Override
  public List<Edit> more(Node present, List<Result> results) {
    return elements(atEnd(), results, indent(present));
  }

  /** Elements of a present section, in a line that may be in the middle of the text. */
  List<Edit> elementsAt(int line, Node present, List<Result> results) {
    boolean onNewLine = source.lineStart(line) == line;
    LongInsertion section = new LongInsertion(line).add(onNewLine ? "" : source.lineEnd());
    return elements(section, results, indent(present));
  }

  @Override
  public Span entry(List<Mapping.Entry> entries, int at) {
    Mapping.Entry entry = entries.get(at);
    int end = end(entry);
    int nextLine = source.lineStart(end) == end ? end : source.nextLine(end);
    return new Span(source.lineStart(entry.key().span().start()), nextLine);
  }

  /** As written: an alias ends where it stands. */
  private int end(Mapping.Entry entry) {
    return list.document().index().end(entry.valueSlot());
  }

  private List<Edit> elements(LongInsertion section, List<Result> results, String indent) {
    ResultText elements = new ResultText(list, new BlockLayout(section, indent, source.lineEnd()));
    results.forEach(elements::add);
    return section.edits();
  }

  /** The blanks before a block node's first line, or as many as its column after {@code :}. */
  private String indent(Node node) {
    int start = node.span().start();
    String before = source.text(new Span(source.lineStart(start), start));
    boolean isFirst = before.isBlank() || !before.contains(":");
    return " "
        .repeat(isFirst ? before.length() - before.stripTrailing().length() : before.length());
  }

  /** At the document's end, after comments and blank lines that follow the last key. */
  private LongInsertion atEnd() {
    Span behind = new Span(root.span().end(), source.length());
    Matcher marker = DOCUMENT_END.matcher(source.text(behind));
    boolean marked = marker.find();
    int offset =
        marked
            ? behind.start() + bytes(source.text(behind).substring(0, marker.start()))
            : source.length();
    boolean onNewLine = source.lineStart(offset) == offset;
    return new LongInsertion(offset).add(onNewLine ? "" : source.lineEnd());
  }

  private static int bytes(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
  }
}
