package dev.digester.document;

import dev.digester.document.index.NodeIndex;
import java.util.Arrays;
import java.util.Optional;

/** The values of a mapping under some keys; each is what the mapping itself finds. */
public final class KeyedValues {
  private final Document document;
  private final Key[] keys;

  /** The slots of the values, in the order of the keys; -1 where there is none. */
  private final int[] slots;

  private KeyedValues(Document document, Key[] keys) {
    this.document = document;
    this.keys = keys;
    this.slots = new int[keys.length];
    Arrays.fill(slots, -1);
  }

  static KeyedValues of(Mapping mapping, Key... keys) {
    KeyedValues values = new KeyedValues(mapping.document(), keys);
    if (values.findOwn(mapping.id())) {
      values.findMerged(mapping.id());
    }
    return values;
  }

  /** Finds own values, the last one under each key; tells whether there may be others. */
  private boolean findOwn(int mapping) {
    NodeIndex index = document.index();
    byte[] utf8 = document.source().utf8();
    boolean merges = false;
    int end = index.next(mapping);
    for (int slot = mapping + 1; slot < end; slot = index.next(index.next(slot))) {
      int start = index.start(slot);
      byte first = start < utf8.length ? utf8[start] : 0;
      int length = ScalarText.keyLength(utf8, index, slot);
      for (int i = 0; i < keys.length; i++) {
        boolean found =
            length < 0
                ? keys[i].mayBegin(first) && document.reads(slot, keys[i])
                : keys[i].isAt(utf8, start, length);
        if (found) {
          slots[i] = index.next(slot);
        }
      }
      merges |= first == MergeKeys.FIRST;
    }
    return merges;
  }

  private void findMerged(int mapping) {
    for (int i = 0; i < keys.length; i++) {
      if (slots[i] < 0) {
        slots[i] = new MergeKeys(document, keys[i]).find(mapping);
      }
    }
  }

  /** The value, where it is a mapping. */
  public Optional<Mapping> mapping(Key key) {
    return Mapping.mapping(document, slot(key));
  }

  /** The value, where it is a scalar. */
  public Optional<Scalar> scalar(Key key) {
    return Mapping.scalar(document, slot(key));
  }

  /** What the value says, where it is a scalar and no null. */
  public Optional<String> text(Key key) {
    return Mapping.text(document, slot(key));
  }

  private int slot(Key key) {
    for (int i = 0; i < keys.length; i++) {
      if (keys[i].equals(key)) {
        return slots[i];
      }
    }
    throw new IllegalArgumentException("not looked for: " + key);
  }
}
