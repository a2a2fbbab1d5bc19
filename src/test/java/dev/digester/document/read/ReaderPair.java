package dev.digester.document.read;

import dev.digester.document.Document;
import dev.digester.document.index.NodeIndex;
import dev.digester.document.scan.Unsure;
import dev.digester.document.text.DocumentException;
import dev.digester.document.text.SourceText;
import dev.digester.document.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The two readers of YAML on one text. */
public final class ReaderPair {
  /** What came of a text. */
  enum Verdict {
    /** Both made the same index. */
    SAME,
    /** The scan was not sure, the parser reads it. */
    HANDED_OVER,
    /** Neither reads it. */
    REFUSED
  }

  private ReaderPair() {}

  /**
   * Reads a text both ways.
   *
   * @throws AssertionError if the scan makes an index, but not that of the parser, or if scalars
   *     read otherwise than the parser's library decodes them
   */
  static Verdict compare(SourceText source) {
    NodeIndex scanned = scanned(source);
    NodeIndex parsed = parsed(source);
    if (scanned == null) {
      return parsed == null ? Verdict.REFUSED : Verdict.HANDED_OVER;
    }
    if (parsed == null) {
      throw new AssertionError("the parser refuses what the scan takes: " + escaped(source));
    }
    List<String> ours = slots(scanned);
    List<String> theirs = slots(parsed);
    if (!ours.equals(theirs)) {
      List<String> more = new ArrayList<>(theirs);
      more.removeAll(ours);
      ours.removeAll(theirs);
      throw new AssertionError(
          "the scan reads\n%s\nbut the parser\n%s\nin %s".formatted(ours, more, escaped(source)));
    }
    List<String> values = EngineValues.of(new Document(source, scanned, new YamlReader()));
    List<String> decoded = EngineValues.of(source.text(new Span(0, source.length())));
    if (!values.equals(decoded)) {
      throw new AssertionError(
          "scalars read\n%s\ninstead of\n%s\nin %s".formatted(values, decoded, escaped(source)));
    }
    return Verdict.SAME;
  }

  private static @Nullable NodeIndex scanned(SourceText source) {
    try {
      return source.firstUnprintable() < 0 && !source.isDisputed() ? ScanReader.scan(source) : null;
    } catch (Unsure | DocumentException e) {
      return null;
    }
  }

  private static @Nullable NodeIndex parsed(SourceText source) {
    try {
      return new YamlReader().read(source).index();
    } catch (DocumentException e) {
      return null;
    }
  }

  /** One line a slot, with all that the index knows of it. */
  public static List<String> slots(NodeIndex index) {
    List<String> slots = new ArrayList<>(index.size());
    for (int id = 0; id < index.size(); id++) {
      StringBuilder slot = new StringBuilder().append(index.kind(id)).append(index.span(id));
      slot.append(index.isKey(id) ? " key" : "").append(index.isInFlow(id) ? " flow" : "");
      slot.append(" next ").append(index.next(id)).append(" of ").append(index.resolve(id));
      slot.append(index.isAliased(id) ? " aliased" : "")
          .append(" indent ")
          .append(index.indent(id));
      index.anchor(id).ifPresent(span -> slot.append(" & ").append(span));
      index.tag(id).ifPresent(span -> slot.append(" ! ").append(span));
      slots.add(slot.toString());
    }
    return slots;
  }

  public static String escaped(SourceText source) {
    StringBuilder escaped = new StringBuilder();
    source
        .text(new Span(0, source.length()))
        .codePoints()
        .forEach(c ->
            escaped.append(c >= ' ' && c < 0x7F && c != '\\' ? Character.toString(c) : escape(c)));
    return escaped.toString();
  }

  private static String escape(int c) {
    return c == '\n' ? "\\n" : c == '\\' ? "\\\\" : "\\u{%x}".formatted(c);
  }
}
