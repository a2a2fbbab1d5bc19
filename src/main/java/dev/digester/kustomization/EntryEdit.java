package dev.digester.kustomization;

import dev.digester.document.Document;
import dev.digester.document.Key;
import dev.digester.document.Mapping;
import dev.digester.document.Scalar;
import dev.digester.document.index.NodeIndex;
import dev.digester.document.index.NodeKind;
import dev.digester.document.text.Edit;
import dev.digester.document.text.SourceText;
import dev.digester.document.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The edits that give the keys of one existing entry other values: a value is replaced, a key that
 * goes takes its line along, a new key gets a line after the key before it in kustomize's order.
 */
final class EntryEdit {
  /** The keys that are set, each after the one that it follows in an entry. */
  private static final List<String> ORDER = List.of("name", "newName", "newTag", "digest");

  private final Mapping entry;
  private final Document document;
  private final NodeIndex index;
  private final SourceText source;
  private final List<Mapping.Entry> own;
  private final List<Edit> edits = new ArrayList<>();

  /** The new pairs, by the position of the pair after which they go. */
  private final Map<Integer, List<String[]>> added = new LinkedHashMap<>();

  private EntryEdit(Mapping entry) {
    this.entry = entry;
    this.document = entry.document();
    this.index = document.index();
    this.source = document.source();
    this.own = entry.entries();
  }

  /**
   * Plans the edits.
   *
   * @param wanted the value of each key that is set afterwards; a key without one goes
   * @throws SetImageException if a value has an anchor that other places use
   */
  static List<Edit> of(Mapping entry, Map<String, Optional<String>> wanted) {
    EntryEdit edit = new EntryEdit(entry);
    for (String key : ORDER) {
      Optional<String> value = wanted.getOrDefault(key, Optional.empty());
      if (wanted.containsKey(key)) {
        edit.set(key, value, wanted);
      }
    }
    edit.added.forEach(edit::insert);
    return edit.edits;
  }

  private void set(String key, Optional<String> value, Map<String, Optional<String>> wanted) {
    int position = position(key);
    if (position < 0) {
      boolean merged = entry.text(Key.of(key)).equals(value);
      if (value.isPresent() && !merged) {
        added
            .computeIfAbsent(before(key, wanted), _ -> new ArrayList<>())
            .add(new String[] {key, value.get()});
      }
    } else if (value.isEmpty()) {
      remove(position);
    } else {
      replace(own.get(position), value.get());
    }
  }

  /** The last own pair of a key, -1 if there is none. */
  private int position(String key) {
    for (int i = own.size() - 1; i >= 0; i--) {
      if (own.get(i).key() instanceof Scalar scalar && scalar.is(Key.of(key))) {
        return i;
      }
    }
    return -1;
  }

  /** The pair after which a key goes: that of the last key before it that stays. */
  private int before(String key, Map<String, Optional<String>> wanted) {
    int found = -1;
    for (String earlier : ORDER.subList(0, ORDER.indexOf(key))) {
      int position = position(earlier);
      boolean stays = wanted.getOrDefault(earlier, Optional.of("")).isPresent();
      found = position >= 0 && stays ? position : found;
    }
    return found < 0 ? own.size() - 1 : found;
  }

  private void replace(Mapping.Entry pair, String value) {
    boolean same =
        pair.value() instanceof Scalar scalar && !scalar.isNull() && scalar.value().equals(value);
    if (same) {
      return;
    }
    requireUnshared(pair);
    Span span = new Span(index.start(pair.valueSlot()), index.end(pair.valueSlot()));
    boolean empty = span.length() == 0;
    String old = source.text(span);
    String text = Spelled.like(old, value, isFlow()) + (old.endsWith("\n") ? source.lineEnd() : "");
    edits.add(new Edit(span, empty && endsWithColon(span.start()) ? " " + text : text));
  }

  private boolean endsWithColon(int offset) {
    return offset > 0 && source.text(new Span(offset - 1, offset)).equals(":");
  }

  private void requireUnshared(Mapping.Entry pair) {
    boolean alias = index.kind(pair.valueSlot()) == NodeKind.ALIAS;
    if (!alias && document.isAliased(pair.value())) {
      throw new SetImageException(
          "line %d: the value has an anchor that other places use: give them values of their own"
              .formatted(pair.value().line()));
    }
  }

  private void remove(int position) {
    requireUnshared(own.get(position));
    edits.add(new Edit(isFlow() ? flowPair(position) : blockPair(position), ""));
  }

  /** The lines of a pair; on the line of the entry's dash, up to the next pair. */
  private Span blockPair(int position) {
    int start = index.start(own.get(position).keySlot());
    int lineStart = source.lineStart(start);
    if (position == 0 && own.size() > 1 && !isBlank(lineStart, start)) {
      return new Span(start, index.start(own.get(1).keySlot()));
    }
    int end = index.end(own.get(position).valueSlot());
    int next = source.lineStart(end) == end ? end : source.nextLine(end);
    return new Span(lineStart, next);
  }

  private boolean isBlank(int from, int to) {
    return source.text(new Span(from, to)).isBlank();
  }

  private Span flowPair(int position) {
    Mapping.Entry pair = own.get(position);
    return position > 0
        ? new Span(index.end(own.get(position - 1).valueSlot()), index.end(pair.valueSlot()))
        : new Span(index.start(pair.keySlot()), index.start(own.get(1).keySlot()));
  }

  private void insert(int position, List<String[]> pairs) {
    Insertion insertion = new Insertion(entry, own.get(position));
    List<String> lines =
        pairs.stream().map(pair -> EntryText.pair(pair[0], pair[1], isFlow())).toList();
    edits.add(insertion.of(lines));
  }

  private boolean isFlow() {
    return entry.kind() == NodeKind.FLOW_MAPPING;
  }
}
