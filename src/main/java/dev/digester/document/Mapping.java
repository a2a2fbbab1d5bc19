package dev.digester.document;

import dev.digester.document.index.NodeIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A mapping, block or flow. Duplicate keys are tolerated, as orchestrators pass them on: the last
 * one counts, as for most readers.
 */
public record Mapping(Document document, int id) implements Node {

  /**
   * An own entry; key and value are after following their aliases if they are some.
   *
   * @param keySlot the key's slot in the index, the alias's own where it is one
   * @param valueSlot the value's slot, likewise
   */
  public record Entry(Node key, Node value, int keySlot, int valueSlot) {
    /** Whether this is a merge key, {@code <<}, with what it merges. */
    public boolean isMerge() {
      return MergeKeys.isMerge(key.document(), keySlot);
    }
  }

  /**
   * The value that a reader of the document sees under a key: the last own one, else that of the
   * merge keys ({@code <<}, <a href="https://yaml.org/type/merge.html">YAML merge type</a>),
   * earlier merged mappings first.
   */
  public Optional<Node> get(Key key) {
    int slot = find(key);
    return slot < 0 ? Optional.empty() : Optional.of(document.node(slot));
  }

  /** The slot of the value, -1 if there is none; merged mappings are looked into if there are. */
  private int find(Key key) {
    NodeIndex index = document.index();
    byte[] utf8 = document.source().utf8();
    int own = -1;
    boolean merges = false;
    int end = index.next(id);
    for (int slot = id + 1; slot < end; slot = index.next(index.next(slot))) {
      int start = index.start(slot);
      byte first = start < utf8.length ? utf8[start] : 0;
      if (key.mayBegin(first) && document.reads(slot, key)) {
        own = index.next(slot);
      }
      merges |= first == MergeKeys.FIRST;
    }
    return own >= 0 || !merges ? own : new MergeKeys(document, key).find(id);
  }

  /** All own values under a key, in document order; more than one where the key is duplicated. */
  public List<Node> getAll(Key key) {
    NodeIndex index = document.index();
    List<Node> values = new ArrayList<>(1);
    for (int slot = id + 1; slot < index.next(id); slot = index.next(index.next(slot))) {
      if (document.reads(slot, key)) {
        values.add(document.node(index.next(slot)));
      }
    }
    return values;
  }

  /** The own entries in document order, merge keys among them, merged entries not. */
  public List<Entry> entries() {
    NodeIndex index = document.index();
    List<Entry> entries = new ArrayList<>();
    for (int slot = id + 1; slot < index.next(id); slot = index.next(index.next(slot))) {
      int value = index.next(slot);
      entries.add(new Entry(document.node(slot), document.node(value), slot, value));
    }
    return entries;
  }

  /** As {@link #get}, where it is a mapping. */
  public Optional<Mapping> mapping(Key key) {
    return mapping(document, find(key));
  }

  static Optional<Mapping> mapping(Document document, int slot) {
    return slot >= 0 && document.node(slot) instanceof Mapping mapping
        ? Optional.of(mapping)
        : Optional.empty();
  }

  /** As {@link #get}, where it is a sequence. */
  public Optional<Sequence> sequence(Key key) {
    int slot = find(key);
    return slot >= 0 && document.node(slot) instanceof Sequence sequence
        ? Optional.of(sequence)
        : Optional.empty();
  }

  /** As {@link #get}, where it is a scalar. */
  public Optional<Scalar> scalar(Key key) {
    return scalar(document, find(key));
  }

  static Optional<Scalar> scalar(Document document, int slot) {
    return slot >= 0 && document.node(slot) instanceof Scalar scalar
        ? Optional.of(scalar)
        : Optional.empty();
  }

  /** What {@link #scalar} says, unless it is a null. */
  public Optional<String> text(Key key) {
    return text(document, find(key));
  }

  static Optional<String> text(Document document, int slot) {
    int id = slot < 0 ? slot : document.index().resolve(slot);
    return id >= 0
            && document.index().kind(id).isScalar()
            && !ScalarText.isNull(document.source(), document.index(), id)
        ? Optional.of(ScalarText.decode(document.source(), document.index(), id))
        : Optional.empty();
  }

  /** What is under some keys, found in one pass over all: for anyone who looks for several. */
  public KeyedValues under(Key... keys) {
    return KeyedValues.of(this, keys);
  }
}
