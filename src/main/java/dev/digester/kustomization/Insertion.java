package dev.digester.kustomization;

import dev.digester.document.Mapping;
import dev.digester.document.index.NodeIndex;
import dev.digester.document.index.NodeKind;
import dev.digester.document.text.Edit;
import dev.digester.document.text.SourceText;
import dev.digester.document.text.Span;
import java.util.List;

/**
 * The place and the layout of new keys of an entry.
 *
 * @param before the pair after which they go
 */
record Insertion(Mapping entry, Mapping.Entry before) {
  private static final String COLON = ": ";

  /**
   * The edit that writes them.
   *
   * @param pairs {@code key: value}, each spelled for YAML
   */
  Edit of(List<String> pairs) {
    return entry.kind() == NodeKind.FLOW_MAPPING ? inFlow(pairs) : inBlock(pairs);
  }

  /** Lines of their own, in the column of the entry's keys. */
  private Edit inBlock(List<String> pairs) {
    SourceText source = source();
    int end = valueEnd();
    int at = end > 0 && source.lineStart(end) == end ? end : source.nextLine(end);
    String lineEnd = source.lineEnd();
    String indentation = " ".repeat(source.column(entry.span().start()) - 1);
    StringBuilder text = new StringBuilder();
    boolean unfinished = at > 0 && source.lineStart(at) != at;
    for (String pair : pairs) {
      text.append(unfinished ? lineEnd : "").append(indentation).append(pair);
      text.append(unfinished ? "" : lineEnd);
    }
    return new Edit(new Span(at, at), text.toString());
  }

  /** Pairs after the value, spelled as the pair before them: {@code , "digest": "sha256:…"}. */
  private Edit inFlow(List<String> pairs) {
    SourceText source = source();
    NodeIndex index = entry.document().index();
    int keyStart = index.start(before.keySlot());
    boolean quoted = source.text(new Span(keyStart, index.end(before.keySlot()))).startsWith("\"");
    StringBuilder text = new StringBuilder();
    for (String pair : pairs) {
      text.append(',').append(separator(keyStart)).append(quoted ? quoted(pair) : pair);
    }
    int end = valueEnd();
    return new Edit(new Span(end, end), text.toString());
  }

  /** The pair in JSON's spelling, with a blank after the colon where the pair before has one. */
  private String quoted(String pair) {
    int colon = pair.indexOf(COLON);
    String value = pair.substring(colon + COLON.length());
    String spelled = value.startsWith("\"") ? value : "\"" + value + "\"";
    return "\"" + pair.substring(0, colon) + "\"" + (isSpaced() ? COLON : ":") + spelled;
  }

  private boolean isSpaced() {
    NodeIndex index = entry.document().index();
    int from = index.end(before.keySlot());
    int to = index.start(before.valueSlot());
    return source().text(new Span(from, to)).endsWith(" ");
  }

  /** What parts two pairs: a line break where each is on a line of its own. */
  private String separator(int keyStart) {
    SourceText source = source();
    int lineStart = source.lineStart(keyStart);
    String lead = source.text(new Span(lineStart, keyStart));
    boolean ownLine = lead.isBlank() && lineStart > 0;
    return ownLine ? source.lineEnd() + lead : " ";
  }

  private int valueEnd() {
    return entry.document().index().end(before.valueSlot());
  }

  private SourceText source() {
    return entry.document().source();
  }
}
