package dev.digester.kustomization;

import dev.digester.document.Edit;
import dev.digester.document.Key;
import dev.digester.document.Mapping;
import dev.digester.document.NodeIndex;
import dev.digester.document.NodeKind;
import dev.digester.document.Scalar;
import dev.digester.document.SourceText;
import dev.digester.document.Span;
import dev.digester.reference.Digest;
import java.util.List;
import java.util.Optional;

/** How an entry gets a digest. */
public sealed interface DigestChange {
  /** One more key in the entry. */
  record Insert(Edit edit) implements DigestChange {}

  /** The entry has an empty {@code digest} already. */
  record Fill(Scalar scalar, String value) implements DigestChange {}

  /**
   * Plans the change.
   *
   * @param entry an entry that has no digest
   * @param after the key after which the digest goes; where the entry merges it from another
   *     mapping, the digest goes after the entry's last own key
   */
  static DigestChange of(Mapping entry, Key after, Digest digest) {
    List<Mapping.Entry> own = entry.entries();
    for (Mapping.Entry pair : own) {
      if (reads(pair, KustomizationImage.DIGEST) && pair.value() instanceof Scalar scalar) {
        return new Fill(scalar, digest.toString());
      }
    }
    Optional<Mapping.Entry> before =
        own.stream().filter(pair -> reads(pair, after)).reduce((_, last) -> last);
    Insertion insertion = new Insertion(entry, before.orElse(own.getLast()));
    return new Insert(insertion.of(digest.toString()));
  }

  private static boolean reads(Mapping.Entry pair, Key key) {
    return pair.key() instanceof Scalar scalar && scalar.is(key);
  }

  /**
   * The place and the layout of the new key.
   *
   * @param before the pair after which it goes
   */
  record Insertion(Mapping entry, Mapping.Entry before) {
    private static final String KEY = "digest";

    Edit of(String digest) {
      return entry.kind() == NodeKind.FLOW_MAPPING ? inFlow(digest) : inBlock(digest);
    }

    /** A line of its own, in the column of the entry's keys. */
    private Edit inBlock(String digest) {
      SourceText source = source();
      int end = valueEnd();
      int at = end > 0 && source.lineStart(end) == end ? end : source.nextLine(end);
      String line = indentation() + KEY + ": " + digest;
      boolean unfinished = at > 0 && source.lineStart(at) != at;
      String text = unfinished ? source.lineEnd() + line : line + source.lineEnd();
      return new Edit(new Span(at, at), text);
    }

    private String indentation() {
      return " ".repeat(source().column(entry.span().start()) - 1);
    }

    /** A pair after the value, spelled as the pair before it: {@code , "digest": "sha256:…"}. */
    private Edit inFlow(String digest) {
      SourceText source = source();
      NodeIndex index = entry.document().index();
      int keyStart = index.start(before.keySlot());
      String key = source.text(new Span(keyStart, index.end(before.keySlot())));
      boolean quoted = key.startsWith("\"");
      int end = valueEnd();
      String colon = entry.document().isJson() && !isSpaced(source, index) ? ":" : ": ";
      String pair = quoted ? "\"" + KEY + "\"" + colon + "\"" + digest + "\"" : KEY + ": " + digest;
      return new Edit(new Span(end, end), "," + separator(keyStart) + pair);
    }

    private boolean isSpaced(SourceText source, NodeIndex index) {
      int keyEnd = index.end(before.keySlot());
      return source.text(new Span(keyEnd, index.start(before.valueSlot()))).endsWith(" ");
    }

    /** What parts two pairs: a line break where each is on a line of its own. */
    private String separator(int keyStart) {
      SourceText source = source();
      String lead = source.text(new Span(source.lineStart(keyStart), keyStart));
      boolean ownLine = lead.isBlank() && source.lineStart(keyStart) > 0;
      return ownLine ? source.lineEnd() + lead : " ";
    }

    private int valueEnd() {
      return entry.document().index().end(before.valueSlot());
    }

    private SourceText source() {
      return entry.document().source();
    }
  }
}
