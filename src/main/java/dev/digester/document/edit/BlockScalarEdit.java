package dev.digester.document.edit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.digester.document.Scalar;
import dev.digester.document.index.BlockScalar;
import dev.digester.document.index.NodeIndex;
import dev.digester.document.text.Chars;
import dev.digester.document.text.Edit;
import dev.digester.document.text.SourceText;
import dev.digester.document.text.Span;

/**
 * The edit of a literal or folded scalar: a suffix is inserted after the last line of text, else
 * the content is rewritten at the same indentation where that is lossless, else it becomes double
 * quoted.
 */
final class BlockScalarEdit {
  private final Scalar scalar;
  private final BlockScalar layout;
  private final byte[] utf8;
  private final Span span;
  private final String old;
  private final String value;

  BlockScalarEdit(Scalar scalar, String old, String value) {
    this.scalar = scalar;
    this.utf8 = scalar.document().source().utf8();
    this.layout = BlockScalar.of(utf8, scalar.document().index(), scalar.id());
    this.span = scalar.span();
    this.old = old;
    this.value = value;
  }

  Edit edit() {
    String suffix = suffix();
    if (!suffix.isEmpty() && Spelling.fitsOneLine(suffix)) {
      int at = endOfText();
      return new Edit(new Span(at, at), suffix);
    }
    return new Edit(span, isLossless() ? rewritten() : quoted());
  }

  /**
   * What is new between the old text and the line breaks that end both; empty if that is not all.
   */
  private String suffix() {
    String body = body(old);
    boolean sameEnd = tail(old).equals(tail(value));
    return !body.isEmpty() && sameEnd && value.startsWith(body)
        ? body(value).substring(body.length())
        : "";
  }

  private static String body(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '\n') {
      end--;
    }
    return text.substring(0, end);
  }

  private static String tail(String text) {
    return text.substring(body(text).length());
  }

  /** After the last character that is not a line break. */
  private int endOfText() {
    int at = span.end();
    int line = layout.content();
    for (int next = line; next < span.end(); next = Chars.nextLine(utf8, next)) {
      int end = Chars.lineEnd(utf8, next, span.end());
      at = end - next > layout.indent() ? end : at;
    }
    return at;
  }

  /**
   * Whether the value can be written under the old header, but for its chomping: some text, whose
   * first line shows the indentation, in lines without escapes, and no more line breaks at its end
   * than the old one has.
   */
  private boolean isLossless() {
    String body = body(value);
    boolean shown = !body.isEmpty() && (layout.isIndentStated() || !startsBlank(body));
    boolean printable = body.lines().allMatch(Spelling::fitsOneLine) && body.indexOf('\r') < 0;
    boolean breaks =
        tail(value).length() <= 1 || (tail(value).equals(tail(old)) && layout.chomping() == '+');
    boolean foldable = !layout.folded() || (body.indexOf('\n') < 0 && !startsBlank(body));
    return hasContent() && shown && printable && breaks && foldable;
  }

  private boolean hasContent() {
    return layout.indent() > 0 && layout.indent() != BlockScalar.ANY_INDENT;
  }

  private static boolean startsBlank(String body) {
    return body.isEmpty() || " \t\n".indexOf(body.charAt(0)) >= 0;
  }

  private String rewritten() {
    String lineBreak = lineBreak();
    String indent = " ".repeat(layout.indent());
    StringBuilder text = new StringBuilder(header());
    for (String line : body(value).split("\n", -1)) {
      text.append(line.isEmpty() ? "" : indent).append(line).append(lineBreak);
    }
    text.append(lineBreak.repeat(Math.max(0, tail(value).length() - 1)));
    return isOpen() ? text.substring(0, text.length() - lineBreak.length()) : text.toString();
  }

  /** Whether neither the old text nor the new one ends with a line break, at the document's end. */
  private boolean isOpen() {
    return tail(value).isEmpty() && !Chars.isBreak(utf8[span.end() - 1]);
  }

  /** The old header's line with the chomping that the value needs. */
  private String header() {
    int breaks = tail(value).length();
    String chomping = breaks == 0 ? "-" : breaks == 1 ? "" : "+";
    String indicators = text(span.start(), layout.headerEnd()).replaceAll("[-+]", "");
    return indicators + chomping + text(layout.headerEnd(), layout.content());
  }

  /** In quotes on the header's line, whose comment stays. */
  private String quoted() {
    return margin() + Spelling.doubleQuoted(value) + text(layout.headerEnd(), layout.content());
  }

  /** A header may be at the column of its collection, in a line of its own; quotes may not. */
  private String margin() {
    SourceText source = scalar.document().source();
    NodeIndex index = scalar.document().index();
    int parent = index.parent(scalar.id());
    int missing =
        parent < 0 ? 0 : 1 + source.column(index.start(parent)) - source.column(span.start());
    return " ".repeat(Math.max(0, missing));
  }

  private String lineBreak() {
    String header = text(layout.headerEnd(), layout.content());
    return header.endsWith("\r\n") ? "\r\n" : header.endsWith("\r") ? "\r" : "\n";
  }

  private String text(int from, int to) {
    return new String(utf8, from, to - from, UTF_8);
  }
}
