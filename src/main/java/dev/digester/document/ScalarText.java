package dev.digester.document;

import java.util.Arrays;

/**
 * The text of a scalar between its quotes, and what it reads as.
 *
 * @param escape the byte that begins an escape in this style; 0 for plain scalars, which have none
 */
record ScalarText(SourceText source, int start, int end, byte escape) {
  static String decode(Scalar scalar) {
    return scalar.kind().isBlockScalar()
        ? BlockScalar.of(scalar).decode(scalar.document().source().utf8())
        : flow(scalar.document(), scalar.id()).decode();
  }

  /** Whether a scalar reads as a key. No string is made where its bytes need no decoding. */
  static boolean reads(Document document, int id, Key key) {
    NodeIndex index = document.index();
    NodeKind kind = index.kind(id);
    if (kind.isBlockScalar()) {
      return decode(new Scalar(document, id)).equals(key.toString());
    }
    byte[] utf8 = document.source().utf8();
    int quote = kind == NodeKind.PLAIN ? 0 : 1;
    int start = index.start(id) + quote;
    int end = index.end(id) - quote;
    if (end - start != key.utf8().length && keyLength(utf8, index, id) >= 0) {
      return false;
    }
    int difference = Arrays.mismatch(utf8, start, end, key.utf8(), 0, key.utf8().length);
    if (key.isVerbatim()) {
      if (difference < 0) {
        return true;
      }
      int at = start + difference;
      if (at >= end || readsAsItself(utf8[at])) {
        return false;
      }
    }
    ScalarText text = flow(document, id);
    return text.needsDecoding() ? text.decode().equals(key.toString()) : difference < 0;
  }

  /**
   * The length of all keys that a scalar may read as, in bytes; -1 where its text alone does not
   * tell. A colon directly behind a plain scalar makes it an implicit key (YAML 1.2.2, clause
   * 8.2.2), which in block style is on one line: it reads as it is written.
   */
  static int keyLength(byte[] utf8, NodeIndex index, int slot) {
    int end = index.end(slot);
    boolean tells =
        end < utf8.length
            && utf8[end] == ':'
            && index.kind(slot) == NodeKind.PLAIN
            && !index.isInFlow(slot);
    return tells ? end - index.start(slot) : -1;
  }

  /**
   * Whether a byte stands for itself wherever it is in a flow scalar, as nearly all do: above the
   * backslash nothing begins an escape and nothing is a line break. Bytes of longer characters are
   * left to the decoder.
   */
  static boolean readsAsItself(byte b) {
    return b > '\\';
  }

  static ScalarText flow(Document document, int id) {
    NodeIndex index = document.index();
    SourceText source = document.source();
    int start = index.start(id);
    int end = index.end(id);
    return switch (index.kind(id)) {
      case PLAIN -> new ScalarText(source, start, end, (byte) 0);
      case SINGLE_QUOTED -> new ScalarText(source, start + 1, end - 1, (byte) '\'');
      case DOUBLE_QUOTED -> new ScalarText(source, start + 1, end - 1, (byte) '\\');
      case LITERAL, FOLDED, BLOCK_MAPPING, FLOW_MAPPING, BLOCK_SEQUENCE, FLOW_SEQUENCE, ALIAS ->
          throw new IllegalStateException("no flow scalar: " + index.kind(id));
    };
  }

  byte[] utf8() {
    return source.utf8();
  }

  boolean needsDecoding() {
    byte[] utf8 = utf8();
    int to = end;
    for (int i = start; i < to; i++) {
      if (!readsAsItself(utf8[i]) && (TextScan.isBreak(utf8[i]) || utf8[i] == escape)) {
        return true;
      }
    }
    return false;
  }

  /** The value: escapes resolved, lines folded. */
  String decode() {
    return needsDecoding() ? new FlowDecoder(this).decode() : source.text(new Span(start, end));
  }
}
