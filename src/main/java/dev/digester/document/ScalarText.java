package dev.digester.document;

import dev.digester.document.index.BlockScalar;
import dev.digester.document.index.NodeIndex;
import dev.digester.document.index.NodeKind;
import dev.digester.document.text.Chars;
import dev.digester.document.text.SourceText;
import java.util.Arrays;

/** What the text of a scalar reads as. */
final class ScalarText {
  private ScalarText() {}

  /** What a scalar reads as: escapes resolved, lines folded; most scalars have neither. */
  static String decode(SourceText source, NodeIndex index, int id) {
    NodeKind kind = index.kind(id);
    if (kind.isBlockScalar()) {
      return BlockScalar.of(source.utf8(), index, id).decode(source.utf8());
    }
    int start = index.start(id) + quote(kind);
    int end = index.end(id) - quote(kind);
    return needsDecoding(source.utf8(), start, end, escape(kind))
        ? new FlowDecoder(source.utf8(), start, end, escape(kind)).decode()
        : source.text(start, end);
  }

  /** Whether a scalar is a null: see {@link Scalar#isNull}. */
  static boolean isNull(SourceText source, NodeIndex index, int id) {
    return index.kind(id) == NodeKind.PLAIN
        && index.end(id) - index.start(id) <= TypedText.LONGEST_NULL
        && !index.hasTag(id)
        && TypedText.isNull(source.text(index.start(id), index.end(id)));
  }

  /** Whether a scalar reads as a key. No string is made where its bytes need no decoding. */
  static boolean reads(SourceText source, NodeIndex index, int id, Key key) {
    NodeKind kind = index.kind(id);
    if (kind.isBlockScalar()) {
      return decode(source, index, id).equals(key.toString());
    }
    byte[] utf8 = source.utf8();
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
      if (at >= end || Chars.readsAsItself(utf8[at])) {
        return false;
      }
    }
    return needsDecoding(utf8, start, end, escape(kind))
        ? decode(source, index, id).equals(key.toString())
        : difference < 0;
  }

  /**
   * The length of all keys that a scalar may read as, in bytes; -1 where its text only does not
   * tell. A colon directly after a plain scalar makes it an implicit key (YAML 1.2.2, clause
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

  /** How long each quote is. */
  private static int quote(NodeKind kind) {
    return kind == NodeKind.PLAIN ? 0 : 1;
  }

  /** The byte that begins an escape in a style; 0 for plain scalars, which have none. */
  private static byte escape(NodeKind kind) {
    return switch (kind) {
      case PLAIN -> 0;
      case SINGLE_QUOTED -> (byte) '\'';
      case DOUBLE_QUOTED -> (byte) '\\';
      case LITERAL, FOLDED, BLOCK_MAPPING, FLOW_MAPPING, BLOCK_SEQUENCE, FLOW_SEQUENCE, ALIAS ->
          throw new IllegalStateException("no flow scalar: " + kind);
    };
  }

  private static boolean needsDecoding(byte[] utf8, int start, int end, byte escape) {
    for (int i = start; i < end; i++) {
      if (!Chars.readsAsItself(utf8[i]) && (Chars.isBreak(utf8[i]) || utf8[i] == escape)) {
        return true;
      }
    }
    return false;
  }
}
