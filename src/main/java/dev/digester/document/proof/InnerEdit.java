package dev.digester.document.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.digester.document.Document;
import dev.digester.document.Scalar;
import dev.digester.document.edit.Replacement;
import dev.digester.document.edit.Substitution;
import dev.digester.document.text.Edit;
import dev.digester.document.text.Span;
import java.util.List;

/** An edit of a document that is itself the value of a scalar of another one. */
public final class InnerEdit {
  private InnerEdit() {}

  /**
   * Values of scalars of a document that is itself the value of a scalar: the inner document is
   * edited and proved, and of the outer value only what the inner edits touch changes.
   *
   * @param outer whose value the inner document's text is
   * @param inner replacements of scalars of one document, at least one
   * @throws EditException if the inner document's edits cannot be proved right
   */
  public static Replacement of(Scalar outer, List<Replacement> inner) {
    Document document = inner.getFirst().scalar().document();
    String proved = text(DocumentEdit.of(document, inner).apply());
    Replacement replacement =
        Replacement.parts(
            outer, inner.stream().map(change -> substitution(document, change.edit())).toList());
    if (!replacement.value().equals(proved)) {
      throw EditException.defect("an edit of a text within a text is not what it should be");
    }
    return replacement;
  }

  private static Substitution substitution(Document document, Edit edit) {
    byte[] utf8 = document.source().utf8();
    int start = new String(utf8, 0, edit.span().start(), UTF_8).length();
    int length = document.source().text(edit.span()).length();
    return new Substitution(start, start + length, edit.text());
  }

  private static String text(Document document) {
    return document.source().text(new Span(0, document.source().length()));
  }
}
