package dev.digester.document;

import java.util.Arrays;

/**
 * The text of a scalar between its quotes, and what it reads as.
 *
 * @param escape the byte that begins an escape in this style; 0 for plain scalars, which have none
 */
record ScalarText(SourceText source, int start, int end, byte escape) {
  /** What a scalar reads as: escapes resolved, lines folded; most scalars have neither. */
  static String decode(Document document, int id) {
    NodeIndex index = document.index();
    SourceText source = document.source();
    NodeKind kind = index.kind(id);
    if (kind.isBlockScalar()) {
      return BlockScalar.of(new Scalar(document, id)).decode(source.utf8());
    }
    int start = index.start(id) + quote(kind);
    int end = index.end(id) - quote(kind);
    return needsDecoding(source.utf8(), start, end, escape(kind))
        ? new FlowDecoder(flow(document, id)).decode()
        : source.text(start, end);
  }

  /** Whether a scalar is a null: see {@link Scalar#isNull}. */
  static boolean isNull(Document document, int id) {
    NodeIndex index = document.index();
    return index.kind(id) == NodeKind.PLAIN
        && index.end(id) - index.start(id) <= TypedText.LONGEST_NULL
        && !index.hasTag(id)
        && TypedText.isNull(document.source().text(index.start(id), index.end(id)));
  }

  /** Whether a scalar reads as a key. No string is made where its bytes need no decoding. */
  static boolean reads(Document document, int id, Key key) {
    NodeIndex index = document.index();
    NodeKind kind = index.kind(id);
    if (kind.isBlockScalar()) {
      return decode(document, id).equals(key.toString());
    }
    byte[] utf8 = document.source().utf8();
    int length = keyLength(utf8, index, id);
    if (length >= 0) {
      return key.isAt(utf8, index.start(id), length);
    }
    int start = index.start(id) + quote(kind);
    int end = index.end(id) - quote(kind);
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
    return needsDecoding(utf8, start, end, escape(kind))
        ? decode(document, id).equals(key.toString())
        : difference < 0;
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
    NodeKind kind = index.kind(id);
    return new ScalarText(
        document.source(),
        index.start(id) + quote(kind),
        index.end(id) - quote(kind),
        escape(kind));
  }

  /** How long each quote is. */
  private static int quote(NodeKind kind) {
    return kind == NodeKind.PLAIN ? 0 : 1;
  }

  private static byte escape(NodeKind kind) {
    return switch (kind) {
      case PLAIN -> 0;
      case SINGLE_QUOTED -> (byte) '\'';
      case DOUBLE_QUOTED -> (byte) '\\';
      case LITERAL, FOLDED, BLOCK_MAPPING, FLOW_MAPPING, BLOCK_SEQUENCE, FLOW_SEQUENCE, ALIAS ->
          throw new IllegalStateException("no flow scalar: " + kind);
    };
  }

  byte[] utf8() {
    return source.utf8();
  }

  private static boolean needsDecoding(byte[] utf8, int start, int end, byte escape) {
    for (int i = start; i < end; i++) {
      if (!readsAsItself(utf8[i]) && (TextScan.isBreak(utf8[i]) || utf8[i] == escape)) {
        return true;
      }
    }
    return false;
  }
}
