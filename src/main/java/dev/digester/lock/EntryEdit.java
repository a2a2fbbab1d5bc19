package dev.digester.lock;

import dev.digester.document.Document;
import dev.digester.document.Key;
import dev.digester.document.Mapping;
import dev.digester.document.Node;
import dev.digester.document.Scalar;
import dev.digester.document.edit.Replacement;
import dev.digester.document.text.Edit;
import dev.digester.document.text.SourceText;
import dev.digester.document.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes an entry in place: its digest, and what was said about another digest. */
final class EntryEdit {
  private final Mapping node;
  private final LockEntry before;
  private final LockEntry after;
  private final SourceText source;
  private final List<Edit> edits = new ArrayList<>();

  EntryEdit(ImageLock.Written written, LockEntry after) {
    this.node = written.node();
    this.before = written.entry();
    this.after = after;
    this.source = node.document().source();
  }

  /** The edits; none where the entry says all of it already. */
  List<Edit> edits() {
    boolean moved = !before.digest().equals(after.digest());
    if (moved) {
      node.scalar(LockReader.DIGEST)
          .ifPresent(scalar -> edits.add(Replacement.of(scalar, after.digest().toString()).edit()));
    }
    if (moved || !after.platforms().isEmpty()) {
      mediaType(moved);
      platforms();
    }
    return edits;
  }

  private void mediaType(boolean moved) {
    Optional<Scalar> written = node.scalar(LockReader.MEDIA_TYPE);
    if (written.isEmpty() || before.mediaType().equals(after.mediaType())) {
      return;
    }
    if (after.mediaType().isPresent()) {
      edits.add(Replacement.of(written.get(), after.mediaType().get()).edit());
    } else if (moved) {
      remove(LockReader.MEDIA_TYPE);
    }
  }

  private void platforms() {
    Optional<Node> written = node.get(LockReader.PLATFORMS);
    boolean flow = node.kind().isFlow();
    String text = EntryText.platforms(after.platforms(), flow);
    if (EntryText.platforms(before.platforms(), flow).equals(text)) {
      return;
    }
    if (after.platforms().isEmpty()) {
      remove(LockReader.PLATFORMS);
    } else if (written.isPresent() && written.get().kind().isFlow()) {
      edits.add(new Edit(written.get().span(), text));
    } else {
      remove(LockReader.PLATFORMS);
      insert(text, flow);
    }
  }

  private void insert(String text, boolean flow) {
    int end = node.scalar(LockReader.DIGEST).map(scalar -> scalar.span().end()).orElseThrow();
    if (flow) {
      edits.add(new Edit(new Span(end, end), ", \"platforms\": " + text));
      return;
    }
    int line =
        node.scalar(LockReader.MEDIA_TYPE)
            .filter(_ -> after.mediaType().isPresent())
            .map(scalar -> scalar.span().end())
            .orElse(end);
    int next = source.nextLine(line);
    String indent = " ".repeat(source.column(node.span().start()) - 1);
    String added = indent + "platforms: " + text;
    boolean open = next == source.length() && source.line(line) == source.line(next);
    String lineEnd = source.lineEnd();
    edits.add(new Edit(new Span(next, next), open ? lineEnd + added : added + lineEnd));
  }

  /** Takes a member away with its lines; in flow style, where lines are others', it stays. */
  private void remove(Key key) {
    for (Mapping.Entry entry : node.entries()) {
      boolean own = entry.key() instanceof Scalar scalar && scalar.is(key);
      if (own && node.kind().isFlow()) {
        empty(entry.value());
      } else if (own) {
        int start = source.lineStart(entry.key().span().start());
        edits.add(new Edit(new Span(start, source.nextLine(lastByte(entry.value()))), ""));
      }
    }
  }

  private void empty(Node value) {
    String nothing = value instanceof Scalar ? "null" : "[]";
    edits.add(new Edit(value.span(), nothing));
  }

  /** An offset on the last line of a node. */
  static int lastByte(Node node) {
    Document document = node.document();
    int last = node.span().start();
    for (int slot = node.id(); slot < document.index().next(node.id()); slot++) {
      boolean block =
          document.index().kind(slot).isMapping() || document.index().kind(slot).isSequence();
      Span span = document.index().span(slot);
      if (!block || document.index().kind(slot).isFlow()) {
        last = Math.max(last, Math.max(span.start(), span.end() - 1));
      }
    }
    return last;
  }
}
