package dev.digester.document.index;

import dev.digester.document.text.DocumentException;
import dev.digester.document.text.SourceText;
import dev.digester.document.text.Span;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The anchors of one document of a stream while it is read, and how far its aliases expand: an
 * alias counts as all nodes of what it names, so a few lines can stand for billions (the "billion
 * laughs").
 */
final class Anchors {
  /**
   * Nodes that aliases may stand for in a text. Real packages share some labels: thousands of
   * nodes; a walk over ten million takes part of a second.
   */
  static final long MAX_EXPANSION = 10_000_000;

  /** What an anchor names: the slot, the nodes in it, the levels of nesting in it. */
  private static final class Target {
    final int slot;
    final long aliasedBefore;
    long nodes = 1;
    int height;
    boolean open;

    Target(int slot, boolean open, long aliasedBefore) {
      this.slot = slot;
      this.open = open;
      this.aliasedBefore = aliasedBefore;
    }
  }

  private final SourceText source;
  private final Map<String, Target> targets = new HashMap<>();
  private final @Nullable Target[] open = new Target[NodeIndex.MAX_DEPTH + 1];
  private final int[] heights = new int[NodeIndex.MAX_DEPTH + 1];
  private int depth;
  private long expanded;

  /** The nodes that aliases stood for so far beside their own slots. */
  private long aliased;

  Anchors(SourceText source) {
    this.source = source;
  }

  /** Anchors end with their document (YAML 1.2.2, clause 6.9.2). */
  void newDocument() {
    targets.clear();
  }

  /** A scalar that has an anchor. */
  void scalar(int slot, Span anchor) {
    targets.put(name(anchor), new Target(slot, false, aliased));
  }

  /** A collection begins, with its anchor if it has one. */
  void open(int slot, int start, @Nullable Span anchor) {
    if (depth == NodeIndex.MAX_DEPTH) {
      throw tooDeep(start);
    }
    depth++;
    heights[depth] = 1;
    open[depth] = null;
    if (anchor != null) {
      Target target = new Target(slot, true, aliased);
      targets.put(name(anchor), target);
      open[depth] = target;
    }
  }

  /** A collection ends, before a slot. */
  void close(int next) {
    Target target = open[depth];
    if (target != null) {
      target.open = false;
      target.nodes = next - target.slot + aliased - target.aliasedBefore;
      target.height = heights[depth];
    }
    depth--;
    heights[depth] = Math.max(heights[depth], 1 + heights[depth + 1]);
  }

  /** The slot that an alias names. */
  int alias(Span alias) {
    Target target = targets.get(name(alias));
    int start = alias.start();
    if (target == null) {
      throw error(start, "the alias " + source.text(alias) + " names no anchor before it");
    }
    if (target.open) {
      throw error(start, "the alias " + source.text(alias) + " stands for a node that it is in");
    }
    expanded += target.nodes;
    if (expanded > MAX_EXPANSION) {
      throw error(start, "the aliases stand for more than " + MAX_EXPANSION + " nodes");
    }
    if (depth + target.height > NodeIndex.MAX_DEPTH) {
      throw tooDeep(start);
    }
    aliased += target.nodes - 1;
    heights[depth] = Math.max(heights[depth], 1 + target.height);
    return target.slot;
  }

  private DocumentException tooDeep(int at) {
    return error(at, "nested deeper than " + NodeIndex.MAX_DEPTH + " levels");
  }

  private DocumentException error(int at, String reason) {
    return new DocumentException(source.line(at), reason);
  }

  /** The name after the {@code &} or {@code *}. */
  private String name(Span property) {
    return source.text(new Span(property.start() + 1, property.end()));
  }
}
