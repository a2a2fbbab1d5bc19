package dev.digester.document;

import dev.digester.document.index.NodeIndex;
import dev.digester.document.index.NodeKind;
import java.util.BitSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks a key up where mappings merge others (<a href="https://yaml.org/type/merge.html">YAML merge
 * type</a>): own entries first, then those of merged mappings, earlier ones first, each looked into
 * once however often it is merged.
 */
final class MergeKeys {
  /** How tools write the merge tag: yaml.v3 puts {@code !!merge} before each {@code <<}. */
  private static final Set<String> MERGE_TAGS = Set.of("!!merge", "!<tag:yaml.org,2002:merge>");

  /** What a merge key begins with, as nearly no other key does. */
  static final byte FIRST = '<';

  private static final Key MERGE = Key.of("<<");
  private static final int NONE = -1;

  private final Document document;
  private final NodeIndex index;
  private final Key key;

  /** The merged mappings that were looked into; made where there is the first one. */
  private @Nullable BitSet seen;

  MergeKeys(Document document, Key key) {
    this.document = document;
    this.index = document.index();
    this.key = key;
  }

  /** The slot of the value under the key, or -1. */
  int find(int mapping) {
    int own = NONE;
    int end = index.next(mapping);
    for (int slot = mapping + 1; slot < end; slot = index.next(index.next(slot))) {
      if (document.reads(slot, key)) {
        own = index.next(slot);
      }
    }
    return own == NONE ? findMerged(mapping) : own;
  }

  private int findMerged(int mapping) {
    int end = index.next(mapping);
    int found = NONE;
    for (int slot = mapping + 1; slot < end && found == NONE; slot = index.next(index.next(slot))) {
      if (isMerge(document, slot)) {
        isFirst(mapping);
        found = findIn(index.resolve(index.next(slot)));
      }
    }
    return found;
  }

  /** Looks into the value of a merge key: a mapping, or a sequence of mappings. */
  private int findIn(int value) {
    if (index.kind(value).isMapping()) {
      return findOnce(value);
    }
    int found = NONE;
    if (index.kind(value).isSequence()) {
      int end = index.next(value);
      for (int slot = value + 1; slot < end && found == NONE; slot = index.next(slot)) {
        found = findOnce(index.resolve(slot));
      }
    }
    return found;
  }

  private int findOnce(int slot) {
    return index.kind(slot).isMapping() && isFirst(slot) ? find(slot) : NONE;
  }

  /** Whether a mapping is looked into for the first time. */
  private boolean isFirst(int mapping) {
    BitSet before = seen == null ? new BitSet() : seen;
    boolean first = !before.get(mapping);
    before.set(mapping);
    seen = before;
    return first;
  }

  /** Whether a slot is a merge key: a plain {@code <<} without a tag, or one with the merge tag. */
  static boolean isMerge(Document document, int slot) {
    NodeIndex index = document.index();
    if (!index.isKey(slot) || !index.kind(slot).isScalar()) {
      return false;
    }
    if (index.hasTag(slot)) {
      return index.tag(slot).map(document.source()::text).filter(MERGE_TAGS::contains).isPresent();
    }
    return index.kind(slot) == NodeKind.PLAIN && document.reads(slot, MERGE);
  }
}
