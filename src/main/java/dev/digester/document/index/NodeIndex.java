package dev.digester.document.index;

import dev.digester.document.text.Span;
import java.util.BitSet;
import java.util.Optional;

/**
 * Where the nodes of a text are: parallel arrays in document order (pre-order), one slot a node, 13
 * bytes a slot. Slot numbers are the ids of views.
 *
 * <p>The children of a collection lie after it: the first at {@code id + 1}, each further one at
 * {@link #next} of the one before, the last one's {@code next} is the collection's. A mapping's
 * children are key, value, key, value. The roots of a stream follow each other in the same way,
 * from slot 0 to {@link #size}. Aliases have slots of their own here.
 *
 * <h2>Spans</h2>
 *
 * Every reader fills the index by the same rules, in bytes; these are all of them.
 *
 * <ul>
 *   <li><b>Properties</b> (anchor, tag) are outside of a node's span and before it.
 *   <li><b>Plain scalar:</b> from its first to after its last character that is not white space;
 *       where it has several lines, the line breaks between them are inside.
 *   <li><b>Quoted scalar:</b> with both its quotes.
 *   <li><b>Block scalar:</b> from its {@code |} or {@code >} to after the line break of its last
 *       line. The last line is the last one of content (a line that is not empty: one that holds
 *       more than the spaces of indentation); with {@code +} also the empty lines that follow, as
 *       far as a line break ends them; without any such line, the header's. At the end of the text
 *       the line break may be missing.
 *   <li><b>Empty node</b> (a plain scalar): an empty span; after its last property where it has
 *       one; else directly after what calls for it: {@code -}, {@code ?}, {@code :}, {@code ---},
 *       or, for a key that no {@code :} follows, after the key's span. A key that is missing in
 *       front of a {@code :} lies where that begins.
 *   <li><b>Alias:</b> with its {@code *}.
 *   <li><b>Block sequence:</b> from its first {@code -}; <b>block mapping:</b> from its first
 *       entry: its {@code ?}, else the first property of its first key, else that key. Both end
 *       where their last child ends.
 *   <li><b>Flow collection:</b> with both its brackets. A single pair in a flow sequence ({@code
 *       [a: b]}) is a flow mapping that begins and ends as a block mapping does.
 * </ul>
 */
public final class NodeIndex {
  /** Levels of nesting, aliases followed: what recursive readers of a document can walk. */
  public static final int MAX_DEPTH = 500;

  /** Flags beside the ordinal of the kind, in its byte. */
  static final int KEY = 0x10;

  static final int IN_FLOW = 0x20;
  private static final int KIND_MASK = 0x0F;

  private static final NodeKind[] KINDS = NodeKind.values();

  private final byte[] kinds;
  private final int[] starts;
  private final int[] ends;
  private final int[] nexts;
  private final int size;
  private final Sides sides;

  /** What few slots have: a span as two ints in a long, a target slot, an indentation, an alias. */
  record Sides(
      SideTable anchors, SideTable tags, SideTable aliases, SideTable indents, BitSet targets) {}

  NodeIndex(IndexArrays arrays, Sides sides) {
    this.kinds = arrays.kinds;
    this.starts = arrays.starts;
    this.ends = arrays.ends;
    this.nexts = arrays.nexts;
    this.size = arrays.size;
    this.sides = sides;
  }

  /** The number of slots. */
  public int size() {
    return size;
  }

  public NodeKind kind(int id) {
    return kindOf(kinds[id]);
  }

  static NodeKind kindOf(int kindByte) {
    return KINDS[kindByte & KIND_MASK];
  }

  /** Where the node begins, after its properties, in bytes. */
  public int start(int id) {
    return starts[id];
  }

  /** Where the node ends, in bytes. */
  public int end(int id) {
    return ends[id];
  }

  public Span span(int id) {
    return new Span(starts[id], ends[id]);
  }

  /** The slot after the node and everything in it. */
  public int next(int id) {
    return nexts[id];
  }

  /**
   * The collection that a node is in, -1 for a root. It is searched for backwards, over the
   * siblings in front.
   */
  public int parent(int id) {
    int slot = id - 1;
    while (slot >= 0 && nexts[slot] <= id) {
      slot--;
    }
    return slot;
  }

  /** Whether the node is the key of an entry. */
  public boolean isKey(int id) {
    return (kinds[id] & KEY) != 0;
  }

  /** Whether the node is in a flow collection; what it can be written as depends on it. */
  public boolean isInFlow(int id) {
    return (kinds[id] & IN_FLOW) != 0;
  }

  /** The slot of the node itself: for an alias the node that it names, else the same. */
  public int resolve(int id) {
    return (int) sides.aliases().get(id, id);
  }

  /** Whether an alias names the node. */
  public boolean isAliased(int id) {
    return sides.targets().get(id);
  }

  /** The node's anchor with its {@code &}. */
  public Optional<Span> anchor(int id) {
    return span(sides.anchors(), id);
  }

  /** The node's tag as it is written, with its {@code !}. */
  public Optional<Span> tag(int id) {
    return span(sides.tags(), id);
  }

  public boolean hasTag(int id) {
    return sides.tags().has(id);
  }

  /** Whether the node has an anchor or a tag. */
  public boolean hasProperties(int id) {
    return sides.anchors().has(id) || sides.tags().has(id);
  }

  /** Whether a node is an alias, or has an anchor or a tag: few are or have. */
  public boolean hasSides(int id) {
    return sides.aliases().has(id) || hasProperties(id);
  }

  /** Whether any node is an alias, or has an anchor or a tag. */
  public boolean hasSides() {
    return sides.aliases().size() + sides.anchors().size() + sides.tags().size() > 0;
  }

  /** The content's indentation of a block scalar that states it by a digit, else -1. */
  public int indent(int id) {
    return (int) sides.indents().get(id, -1);
  }

  /** The byte that holds kind and flags. */
  public int kindByte(int id) {
    return kinds[id];
  }

  /** What {@link #kindByte} holds beside the kind: whether the node is a key, or in a flow. */
  public int flags(int id) {
    return kinds[id] & ~KIND_MASK;
  }

  /**
   * The index of the same nodes with other kinds and places, without aliases and properties. Which
   * node is in which stays.
   *
   * @param kinds a byte a slot, taken over as the other arrays are
   */
  public NodeIndex moved(byte[] kinds, int[] starts, int[] ends) {
    return new NodeIndex(new IndexArrays(kinds, starts, ends, nexts, size), sides);
  }

  /** What the arrays take of the heap, in bytes. */
  long bytes() {
    long tables = sides.anchors().bytes() + sides.tags().bytes() + sides.aliases().bytes();
    long slots = (long) kinds.length * (Byte.BYTES + 3 * Integer.BYTES);
    return slots + tables + sides.indents().bytes() + sides.targets().size() / Byte.SIZE;
  }

  static long pack(int start, int end) {
    return (long) start << 32 | end;
  }

  private static Optional<Span> span(SideTable table, int id) {
    long packed = table.get(id, -1);
    return packed < 0
        ? Optional.empty()
        : Optional.of(new Span((int) (packed >>> 32), (int) packed));
  }
}
