package dev.digester.document.edit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.digester.document.Document;
import dev.digester.document.Scalar;
import dev.digester.document.index.BlockScalar;
import dev.digester.document.index.NodeKind;
import dev.digester.document.text.Span;
import java.util.Arrays;

/**
 * Where the characters of a scalar's value are written. Folding, indentation and escaped line ends
 * add and drop white space, but nothing else: the characters that are not white space stand in the
 * value in the order in which they stand in the text, so the n-th of the one is the n-th of the
 * other (YAML 1.2.2, clauses 6.5, 7.3 and 8.1).
 */
final class WrittenChars {
  private static final String WHITE = " \t\n\r";

  /** After the escapes x, u and U stand this many digits (clause 5.7). */
  private static final String DIGITS = "x2u4U8";

  private static final int HEX = 16;

  private final byte[] utf8;
  private final byte escape;
  private final int end;
  private int at;

  /** The spans of what is written for each char of the value that is not white space. */
  private int[] starts = new int[16];

  private int[] ends = new int[16];
  private int count;

  private WrittenChars(byte[] utf8, Span content, byte escape) {
    this.utf8 = utf8;
    this.escape = escape;
    this.at = content.start();
    this.end = content.end();
  }

  static WrittenChars of(Scalar scalar) {
    byte[] utf8 = scalar.document().source().utf8();
    WrittenChars chars = new WrittenChars(utf8, content(scalar), escape(scalar.kind()));
    while (chars.at < chars.end) {
      chars.next();
    }
    return chars;
  }

  private static Span content(Scalar scalar) {
    boolean block = scalar.kind().isBlockScalar();
    if (block) {
      int end = scalar.span().end();
      return new Span(Math.min(layout(scalar).content(), end), end);
    }
    Span span = scalar.span();
    return scalar.kind() == NodeKind.PLAIN ? span : new Span(span.start() + 1, span.end() - 1);
  }

  private static BlockScalar layout(Scalar scalar) {
    Document document = scalar.document();
    return BlockScalar.of(document.source().utf8(), document.index(), scalar.id());
  }

  private static byte escape(NodeKind kind) {
    return switch (kind) {
      case SINGLE_QUOTED -> (byte) '\'';
      case DOUBLE_QUOTED -> (byte) '\\';
      case PLAIN, LITERAL, FOLDED -> 0;
      case BLOCK_MAPPING, FLOW_MAPPING, BLOCK_SEQUENCE, FLOW_SEQUENCE, ALIAS ->
          throw new IllegalStateException("no scalar: " + kind);
    };
  }

  /** How many chars of the value are not white space. */
  int count() {
    return count;
  }

  /** The offset at which the n-th char that is not white space is written. */
  int start(int n) {
    return starts[n];
  }

  /** The offset after it. */
  int end(int n) {
    return ends[n];
  }

  static boolean isWhite(char c) {
    return WHITE.indexOf(c) >= 0;
  }

  private void next() {
    if (isWhite((char) utf8[at])) {
      at++;
    } else if (escape != 0 && utf8[at] == escape) {
      escaped();
    } else {
      int length = sequence(utf8[at]);
      add(length, length == 4 ? 2 : 1);
    }
  }

  /** The bytes of a character by its first one (RFC 3629, clause 3). */
  private static int sequence(byte first) {
    int ones = Integer.numberOfLeadingZeros(~((first & 0xFF) << (Byte.SIZE * 3)));
    return Math.max(1, ones);
  }

  private void escaped() {
    char code = (char) utf8[at + 1];
    int digits = escape == '\\' ? digits(code) : 0;
    if (digits > 0) {
      int codePoint = Integer.parseInt(new String(utf8, at + 2, digits, UTF_8), HEX);
      skipOrAdd(2 + digits, codePoint);
    } else {
      skipOrAdd(2, escape == '\\' && "tnr".indexOf(code) >= 0 ? ' ' : code);
    }
  }

  private static int digits(char code) {
    int index = DIGITS.indexOf(code);
    return index >= 0 && index % 2 == 0 ? DIGITS.charAt(index + 1) - '0' : 0;
  }

  private void skipOrAdd(int length, int codePoint) {
    if (WHITE.indexOf(codePoint) >= 0) {
      at += length;
    } else {
      add(length, Character.charCount(codePoint));
    }
  }

  private void add(int length, int chars) {
    for (int i = 0; i < chars; i++) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, 2 * count);
        ends = Arrays.copyOf(ends, 2 * count);
      }
      starts[count] = at;
      ends[count++] = at + length;
    }
    at += length;
  }
}
