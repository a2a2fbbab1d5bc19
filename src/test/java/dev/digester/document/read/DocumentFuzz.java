package dev.digester.document.read;

import dev.digester.document.Document;
import dev.digester.document.Key;
import dev.digester.document.Mapping;
import dev.digester.document.Scalar;
import dev.digester.document.index.NodeIndex;
import dev.digester.document.proof.DocumentEdit;
import dev.digester.document.text.DocumentException;
import java.util.Map;

/** What must work on every document that a reader accepted. */
final class DocumentFuzz {
  private DocumentFuzz() {}

  static void refused(DocumentException e) {
    String reason = String.valueOf(e.getMessage());
    if (e.line() < 1 || reason.isBlank() || reason.lines().count() != 1) {
      throw new AssertionError("not one line: " + reason);
    }
  }

  static void use(Document document) {
    NodeIndex index = document.index();
    for (int slot = 0; slot < index.size(); slot++) {
      document.comments().head(slot);
      document.comments().line(slot);
      if (document.node(slot) instanceof Mapping mapping) {
        mapping.get(Key.of("image"));
      }
    }
    document.comments().foot();
    // An empty node may have no place for a value: after a key on two lines that no colon follows.
    for (int slot = 0; slot < index.size(); slot += 1 + index.size() / 4) {
      if (document.node(slot) instanceof Scalar scalar && scalar.span().length() > 0) {
        DocumentEdit.of(document, Map.of(scalar, scalar.value() + "@x")).apply();
      }
    }
  }
}
