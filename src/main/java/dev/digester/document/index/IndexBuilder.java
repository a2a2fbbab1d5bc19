package dev.digester.document.index;

import dev.digester.document.text.SourceText;
import dev.digester.document.text.Span;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Fills a {@link NodeIndex} in document order. All readers go through it, so that the bounds, the
 * meaning of aliases and the spans that follow from other spans are the same for all.
 */
public final class IndexBuilder {
  private final SourceText source;
  private final IndexArrays arrays;
  private final Anchors anchors;
  private final SideTable anchorSpans = new SideTable();
  private final SideTable tagSpans = new SideTable();
  private final SideTable aliasTargets = new SideTable();
  private final SideTable indents = new SideTable();

  /** The open collections' slots; 0 is the stream. */
  private final int[] open = new int[NodeIndex.MAX_DEPTH + 1];

  /** The flags of the next child of the innermost collection; those of the ones around it. */
  private int childFlags;

  private final int[] outerFlags = new int[NodeIndex.MAX_DEPTH + 1];

  /**
   * The flag that every other child of the innermost collection has: those of mappings are keys.
   */
  private int alternating;

  private final int[] outerAlternating = new int[NodeIndex.MAX_DEPTH + 1];

  private int depth;
  private int lastEnd;
  private @Nullable Span anchor;

  public IndexBuilder(SourceText source) {
    this.source = source;
    this.arrays = new IndexArrays(source.length());
    this.anchors = new Anchors(source);
  }

  public void newDocument() {
    anchors.newDocument();
  }

  /** The next node's anchor, with its {@code &}. */
  public void anchor(int start, int end) {
    anchor = new Span(start, end);
    anchorSpans.add(arrays.size, NodeIndex.pack(start, end));
  }

  /** The next node's tag. */
  public void tag(int start, int end) {
    tagSpans.add(arrays.size, NodeIndex.pack(start, end));
  }

  /** A scalar that is not a block scalar. */
  public void scalar(NodeKind kind, int start, int end) {
    int slot = add(kind, start, end);
    if (anchor != null) {
      anchored(slot);
    }
  }

  private void anchored(int slot) {
    if (anchor != null) {
      anchors.scalar(slot, anchor);
      anchor = null;
    }
  }

  /** A literal or folded scalar: where it ends follows from where it begins. */
  public void blockScalar(NodeKind kind, int start) {
    BlockScalar layout = BlockScalar.at(source.utf8(), start, parentColumn());
    int slot = add(kind, start, layout.end());
    if (layout.isIndentStated()) {
      indents.add(slot, layout.indent());
    }
    anchored(slot);
  }

  /** An alias, with its {@code *}. */
  public void alias(int start, int end) {
    int target = anchors.alias(new Span(start, end));
    aliasTargets.add(add(NodeKind.ALIAS, start, end), target);
  }

  public void open(NodeKind kind, int start) {
    anchors.open(arrays.size, start, takeAnchor());
    int slot = add(kind, start, start);
    outerFlags[depth] = childFlags;
    outerAlternating[depth] = alternating;
    open[++depth] = slot;
    alternating = kind.isMapping() ? NodeIndex.KEY : 0;
    childFlags = alternating | (kind.isFlow() ? NodeIndex.IN_FLOW : 0);
  }

  /** Ends a collection that has a closing bracket, after that. */
  public void close(int end) {
    int slot = open[depth--];
    childFlags = outerFlags[depth];
    alternating = outerAlternating[depth];
    arrays.ends[slot] = end;
    lastEnd = end;
    arrays.nexts[slot] = arrays.size;
    anchors.close(arrays.size);
  }

  /** Ends a collection that ends where its last child does. */
  public void close() {
    close(lastEnd);
  }

  /** Where the node that was added or closed last ends, so far. */
  public int lastEnd() {
    return lastEnd;
  }

  public NodeIndex build() {
    arrays.trim();
    for (SideTable table : new SideTable[] {anchorSpans, tagSpans, aliasTargets, indents}) {
      table.trim();
    }
    BitSet targets = new BitSet();
    for (int i = 0; i < aliasTargets.size(); i++) {
      targets.set((int) aliasTargets.valueAt(i));
    }
    return new NodeIndex(
        arrays, new NodeIndex.Sides(anchorSpans, tagSpans, aliasTargets, indents, targets));
  }

  private int add(NodeKind kind, int start, int end) {
    lastEnd = end;
    return arrays.add(kind.code() | nextFlags(), start, end);
  }

  private int nextFlags() {
    int flags = childFlags;
    childFlags = flags ^ alternating;
    return flags;
  }

  private @Nullable Span takeAnchor() {
    Span taken = anchor;
    anchor = null;
    return taken;
  }

  /**
   * The column, from 0, at which the innermost block collection stands: what a block scalar in it
   * must be indented beyond. Nothing but ASCII stands before it on its line.
   */
  private int parentColumn() {
    return depth == 0 ? -1 : source.column(arrays.starts[open[depth]]) - 1;
  }
}
