package dev.digester.document.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An immutable text: its UTF-8 bytes, never anything else.
 *
 * <p>Offsets are offsets of bytes, lines and columns count from 1. A byte order mark at the start
 * belongs to the text but to no node.
 */
public final class SourceText {
  /** The largest text: 256 MiB, so that every offset and every sum of two offsets is an int. */
  public static final int MAX_BYTES = 256 << 20;

  private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /**
   * The most bytes that are written at once, what a pipe holds: the JDK's file streams copy what
   * they write through memory of their own.
   */
  private static final int AT_ONCE = 1 << 16;

  private final byte[] utf8;
  private final Utf8Check check;
  private final int contentStart;
  private volatile @Nullable LineTable lines;

  private SourceText(byte[] utf8, Utf8Check check) {
    this.utf8 = utf8;
    this.check = check;
    this.contentStart = startsWithBom(utf8) ? BOM.length : 0;
  }

  private static boolean startsWithBom(byte[] utf8) {
    return utf8.length >= BOM.length && Arrays.equals(utf8, 0, BOM.length, BOM, 0, BOM.length);
  }

  /**
   * Takes the bytes over: they must not be changed afterwards.
   *
   * @throws DocumentException if they are not UTF-8 (RFC 3629: no overlong form, no surrogate,
   *     nothing truncated), hold a control character that neither YAML nor JSON allows anywhere, or
   *     are more than 256 MiB
   */
  public static SourceText of(byte[] utf8) {
    if (utf8.length > MAX_BYTES) {
      throw new DocumentException(1, "the text is larger than 256 MiB");
    }
    return new SourceText(utf8, Utf8Check.of(utf8));
  }

  /**
   * This text with other bytes in some places, of which only those are checked where that is
   * enough: characters begin and end where the edits do, and the edits are ASCII that everybody
   * allows.
   *
   * @param edits what is different
   * @param bytes all of the new text, taken over
   */
  SourceText with(List<Edit> edits, byte[] bytes) {
    boolean plain = bytes.length <= MAX_BYTES && check.firstUnprintable() < 0;
    for (int i = 0; i < edits.size() && plain; i++) {
      Edit edit = edits.get(i);
      plain =
          beginsCharacter(edit.span().start())
              && beginsCharacter(edit.span().end())
              && Utf8Check.isPlain(edit.utf8());
    }
    return plain ? new SourceText(bytes, check) : of(bytes);
  }

  private boolean beginsCharacter(int offset) {
    return offset == utf8.length || (utf8[offset] & 0xC0) != 0x80;
  }

  public static SourceText of(String text) {
    return of(text.getBytes(UTF_8));
  }

  /** The length in bytes. */
  public int length() {
    return utf8.length;
  }

  /** All bytes, which must not be changed. */
  public byte[] utf8() {
    return utf8;
  }

  /** Whether every byte is a character. */
  public boolean isAscii() {
    return check.ascii();
  }

  /**
   * The offset of the first character that YAML allows in no text (YAML 1.2.2, clause 5.1,
   * c-printable) though JSON does in strings: DEL, C1 controls, U+FFFE and U+FFFF; -1 if none.
   */
  public int firstUnprintable() {
    return check.firstUnprintable();
  }

  /** Whether readers disagree on what is a line break or a byte order mark in it. */
  public boolean isDisputed() {
    return check.disputed();
  }

  /** The offset after the byte order mark, 0 where there is none. */
  public int contentStart() {
    return contentStart;
  }

  /** The text of a span. */
  public String text(Span span) {
    return text(span.start(), span.end());
  }

  public String text(int start, int end) {
    return new String(utf8, start, end - start, UTF_8);
  }

  /** Whether two spans hold the same bytes. */
  public boolean isSame(Span one, Span other) {
    return Arrays.equals(utf8, one.start(), one.end(), utf8, other.start(), other.end());
  }

  /** Writes the bytes of a span, without a copy of them. */
  public void writeTo(OutputStream out, Span span) throws IOException {
    for (int at = span.start(); at < span.end(); at += AT_ONCE) {
      out.write(utf8, at, Math.min(AT_ONCE, span.end() - at));
    }
  }

  /** Writes all bytes, without a copy of them. */
  public void writeTo(OutputStream out) throws IOException {
    writeTo(out, new Span(0, utf8.length));
  }

  /**
   * The line of an offset, counted from 1; a line ends with LF, CRLF or CR (YAML 1.2.2, clause
   * 5.4). The first call counts all lines once, later ones look at 256 bytes at most.
   */
  public int line(int offset) {
    LineTable table = lines;
    if (table == null) {
      table = LineTable.of(utf8);
      lines = table;
    }
    return table.line(offset);
  }

  /** The column of an offset, in characters (code points) from 1. */
  public int column(int offset) {
    int column = 1;
    for (int i = offset - 1; i >= contentStart && utf8[i] != '\n' && utf8[i] != '\r'; i--) {
      if ((utf8[i] & 0xC0) != 0x80) {
        column++;
      }
    }
    return column;
  }

  /**
   * The offset at which the line of an offset begins; after a byte order mark on the first line.
   */
  public int lineStart(int offset) {
    int i = offset;
    while (i > contentStart && utf8[i - 1] != '\n' && utf8[i - 1] != '\r') {
      i--;
    }
    return i;
  }

  /**
   * The offset at which the line after that of an offset begins; the text's length for the last.
   */
  public int nextLine(int offset) {
    return Chars.nextLine(utf8, offset);
  }

  /**
   * How the first line ends, LF where the text has no second one: what an added line should end
   * with.
   */
  public String lineEnd() {
    int second = nextLine(0);
    boolean crlf = second > 1 && utf8[second - 2] == '\r' && utf8[second - 1] == '\n';
    return crlf ? "\r\n" : second > 0 && utf8[second - 1] == '\r' ? "\r" : "\n";
  }
}
