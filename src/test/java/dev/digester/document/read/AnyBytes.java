package dev.digester.document.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.document.Document;
import dev.digester.document.DocumentReader;
import dev.digester.document.Scalar;
import dev.digester.document.index.NodeIndex;
import dev.digester.document.proof.DocumentEdit;
import dev.digester.document.proof.EditException;
import dev.digester.document.text.DocumentException;
import dev.digester.document.text.SourceText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** What must hold for any bytes at all, whichever reader is given them; for a fuzzer to call. */
final class AnyBytes {
  /** A value that needs quotes in some styles and escapes in others. */
  private static final String AWKWARD = "a: \"b\" # 'c'\t\u00e9";

  private AnyBytes() {}

  /**
   * They are refused in one line that names a line of the text, or read: then spans lie within
   * their parents' text, every scalar has a value, and one scalar can be changed with its proof, or
   * the proof refuses.
   */
  static void check(DocumentReader reader, byte[] bytes) throws IOException {
    Document document;
    try {
      document = reader.read(SourceText.of(bytes));
    } catch (DocumentException e) {
      assertThat(e.getMessage()).doesNotContain("\n");
      return;
    }
    Optional<Scalar> last = Optional.empty();
    for (int slot = 0; slot < document.index().size(); slot++) {
      assertThat(document.index().end(slot)).isBetween(document.index().start(slot), bytes.length);
      if (document.node(slot) instanceof Scalar scalar) {
        assertThat(scalar.value()).isNotNull();
        last = isChangeable(document.index(), slot) ? Optional.of(scalar) : last;
      }
    }
    assertThat(written(document)).isEqualTo(bytes);
    last.ifPresent(scalar -> change(document, scalar));
  }

  /** An empty scalar has no text that could be replaced, and what is in a key is no value. */
  private static boolean isChangeable(NodeIndex index, int slot) {
    boolean inKey = false;
    for (int at = slot; at >= 0 && !inKey; at = index.parent(at)) {
      inKey = index.isKey(at);
    }
    return index.start(slot) < index.end(slot) && !inKey;
  }

  /**
   * An edit of odd text (keys after {@code ?}) may be refused by its proof; a wrong one never gets
   * out.
   */
  private static void change(Document document, Scalar scalar) {
    String value = scalar.value() + AWKWARD;
    if (!UTF_8.newEncoder().canEncode(value)) {
      return; // An escape may stand for half a surrogate pair, which no text can hold as it is.
    }
    Document changed;
    try {
      changed = DocumentEdit.of(document, Map.of(scalar, value)).apply();
    } catch (EditException e) {
      assertThat(e.getMessage()).contains("nothing was written");
      return;
    }
    assertThat(changed.node(scalar.id())).isInstanceOf(Scalar.class);
    assertThat(((Scalar) changed.node(scalar.id())).value()).isEqualTo(value);
  }

  private static byte[] written(Document document) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.source().writeTo(out);
    return out.toByteArray();
  }
}
