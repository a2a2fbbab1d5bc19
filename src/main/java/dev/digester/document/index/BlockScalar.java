package dev.digester.document.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.digester.document.text.Chars;
import dev.digester.document.text.Span;

/**
 * How a literal or folded scalar lies in the text (YAML 1.2.2, clause 8.1).
 *
 * @param folded whether its style is {@code >}
 * @param chomping {@code -}, {@code +}, or a space where neither is given
 * @param isIndentStated whether the header has an indentation indicator
 * @param indent spaces before each line of content; 0 where there is no content
 * @param headerEnd offset after {@code |} or {@code >} and its indicators
 * @param content offset of the first line after the header's
 * @param end offset after the scalar's last line
 */
public record BlockScalar(
    boolean folded,
    char chomping,
    boolean isIndentStated,
    int indent,
    int headerEnd,
    int content,
    int end) {

  /** The indentation where all lines are empty: whatever they hold, it is not content. */
  public static final int ANY_INDENT = Integer.MAX_VALUE;

  /**
   * Finds out where the scalar ends.
   *
   * @param parentColumn column from 0 of the block collection that it is in, -1 for none
   */
  static BlockScalar at(byte[] utf8, int start, int parentColumn) {
    BlockScalar header = header(utf8, start);
    int parent = Math.max(0, parentColumn);
    int indent =
        header.isIndentStated ? parent + header.indent : detect(utf8, header.content, utf8.length);
    boolean empty = indent <= parent;
    return header.with(empty ? 0 : indent, header.lastLine(utf8, empty ? 0 : indent));
  }

  /** The layout of a scalar of an index. */
  public static BlockScalar of(byte[] utf8, NodeIndex index, int id) {
    Span span = index.span(id);
    BlockScalar header = header(utf8, span.start());
    int stated = index.indent(id);
    int indent = stated >= 0 ? stated : detect(utf8, header.content, span.end());
    return header.with(header.content >= span.end() ? 0 : indent, span.end());
  }

  private BlockScalar with(int newIndent, int newEnd) {
    return new BlockScalar(folded, chomping, isIndentStated, newIndent, headerEnd, content, newEnd);
  }

  private static BlockScalar header(byte[] utf8, int start) {
    char chomping = ' ';
    int digit = 0;
    int i = start + 1;
    for (; i < utf8.length && !Chars.isWhite(utf8[i]) && !Chars.isBreak(utf8[i]); i++) {
      if (utf8[i] == '-' || utf8[i] == '+') {
        chomping = (char) utf8[i];
      } else {
        digit = utf8[i] - '0';
      }
    }
    int content = Chars.nextLine(utf8, i);
    return new BlockScalar(utf8[start] == '>', chomping, digit > 0, digit, i, content, content);
  }

  /** The spaces before the first line that is not empty; {@link #ANY_INDENT} without one. */
  private static int detect(byte[] utf8, int content, int to) {
    int line = content;
    while (line < to) {
      int text = Chars.skipSpaces(utf8, line, to);
      if (text < to && !Chars.isBreak(utf8[text])) {
        return text - line;
      }
      line = Chars.nextLine(utf8, text);
    }
    return ANY_INDENT;
  }

  private int lastLine(byte[] utf8, int lineIndent) {
    int last = content;
    int line = content;
    while (line < utf8.length) {
      int text = Chars.skipSpaces(utf8, line);
      boolean ended = text == utf8.length || Chars.isBreak(utf8[text]);
      boolean blank = ended && (lineIndent == 0 || text - line <= lineIndent);
      if (!blank && (lineIndent == 0 || text - line < lineIndent)) {
        return last;
      }
      line = Chars.nextLine(utf8, text);
      if (!blank || (chomping == '+' && text < utf8.length)) {
        last = line;
      }
    }
    return last;
  }

  /**
   * The value: lines without their indentation, joined and chomped. {@code CRLF} and {@code CR}
   * read as {@code LF} (clause 5.4), and so does the end of the text after the last line.
   */
  public String decode(byte[] utf8) {
    StringBuilder value = new StringBuilder(end - content);
    boolean any = false;
    boolean textBefore = false;
    int breaks = 0;
    for (int line = content; line < end; line = Chars.nextLine(utf8, line)) {
      int text =
          Math.min(Chars.skipSpaces(utf8, line, end), (int) Math.min((long) line + indent, end));
      int lineEnd = Chars.lineEnd(utf8, text, end);
      if (text == lineEnd) {
        breaks++;
        continue;
      }
      boolean isText = !Chars.isWhite(utf8[text]);
      join(value, any, breaks, folded && textBefore && isText);
      value.append(new String(utf8, text, lineEnd - text, UTF_8));
      any = true;
      textBefore = isText;
      breaks = 1;
    }
    return chomp(value, any, breaks);
  }

  /** Line breaks between two lines of content: kept, or folded between two lines of text. */
  private static void join(StringBuilder value, boolean any, int breaks, boolean fold) {
    if (any && fold && breaks == 1) {
      value.append(' ');
    } else {
      value.repeat('\n', any && fold ? breaks - 1 : breaks);
    }
  }

  private String chomp(StringBuilder value, boolean any, int breaks) {
    int kept = chomping == '+' ? breaks : chomping == '-' || !any ? 0 : Math.min(breaks, 1);
    return value.repeat('\n', kept).toString();
  }
}
