package dev.digester.document.proof;

import dev.digester.document.Document;
import dev.digester.document.edit.Replacement;
import dev.digester.document.text.DocumentException;
import dev.digester.document.text.Edit;
import dev.digester.document.text.SourceText;
import dev.digester.document.text.Splice;
import java.util.Arrays;
import java.util.List;

/** What is proved of every edited text. */
final class Proof {
  private Proof() {}

  /** Reads the edited text with the reader of the old one. */
  static Document reread(Document document, Splice splice) {
    try {
      return document.reader().read(splice.apply());
    } catch (DocumentException e) {
      throw EditException.defect("line " + e.line() + " of it cannot be read: " + e.getMessage());
    }
  }

  /**
   * Reads the edited text, and proves its nodes.
   *
   * @param replacements whose edits are among the splice's, in document order
   */
  static Document edited(Document document, List<Replacement> replacements, Splice splice) {
    Document edited = reread(document, splice);
    new NodeProof(document, replacements, splice, edited).check();
    return edited;
  }

  /**
   * The bytes between the edits are the same as before, in the same order, and the edits' texts lie
   * between them. Compared on the finished texts, however they were put together.
   */
  static void untouchedBytes(Splice splice, SourceText edited) {
    byte[] old = splice.source().utf8();
    byte[] now = edited.utf8();
    int from = 0;
    int shift = 0;
    for (Edit edit : splice.edits()) {
      int to = edit.span().start();
      same(old, from, to, now, shift);
      if (!startsWith(now, to + shift, edit.utf8())) {
        throw EditException.defect("the new text at byte " + to + " is not what it should be");
      }
      from = edit.span().end();
      shift += edit.growth();
    }
    if (now.length != old.length + shift) {
      throw EditException.defect(
          "it has " + now.length + " bytes instead of " + (old.length + shift));
    }
    same(old, from, old.length, now, shift);
  }

  private static void same(byte[] old, int from, int to, byte[] now, int shift) {
    boolean fits = to + shift <= now.length;
    if (!fits || !Arrays.equals(old, from, to, now, from + shift, to + shift)) {
      throw EditException.defect("bytes " + from + " to " + to + " changed that no edit names");
    }
  }

  private static boolean startsWith(byte[] bytes, int at, byte[] text) {
    return at + text.length <= bytes.length
        && Arrays.equals(bytes, at, at + text.length, text, 0, text.length);
  }
}
