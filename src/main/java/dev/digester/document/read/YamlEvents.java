package dev.digester.document.read;

import dev.digester.document.Scalar;
import dev.digester.document.index.IndexBuilder;
import dev.digester.document.index.NodeIndex;
import dev.digester.document.index.NodeKind;
import dev.digester.document.index.NodeProperties;
import dev.digester.document.text.SourceText;
import java.util.BitSet;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Turns snakeyaml-engine's events into slots. The engine's marks begin a node before its
 * properties, end a block collection at the next token, and place an empty node here or there: what
 * {@link NodeIndex} says of spans is established here.
 */
final class YamlEvents {
  private final byte[] utf8;
  private final CodePointCursor cursor;
  private final IndexBuilder builder;

  /** After the {@code ---} of a document in which no node has been seen yet. */
  private int documentStart;

  /** After the last property of the node at hand. */
  private int propertiesEnd;

  /** The levels whose collection has brackets. */
  private final BitSet bracketed = new BitSet();

  private int depth;

  YamlEvents(SourceText source, int origin) {
    this.utf8 = source.utf8();
    this.cursor = new CodePointCursor(source, origin);
    this.builder = new IndexBuilder(source);
  }

  NodeIndex index() {
    return builder.build();
  }

  /** The offset of what follows the last node seen, as near as can be to where reading ended. */
  int reached() {
    return NodeProperties.skipGap(utf8, builder.lastEnd());
  }

  /** The byte offset of a mark. */
  int offset(Mark mark) {
    return cursor.offset(mark.getIndex());
  }

  void accept(Event event) {
    switch (event.getEventId()) {
      case DocumentStart -> document((DocumentStartEvent) event);
      case Scalar -> scalar((ScalarEvent) event);
      case Alias -> builder.alias(start(event), end(event));
      case MappingStart, SequenceStart -> open((CollectionStartEvent) event);
      case MappingEnd, SequenceEnd -> close(event);
      case StreamStart, StreamEnd, DocumentEnd, Comment -> {}
    }
  }

  private void document(DocumentStartEvent event) {
    builder.newDocument();
    documentStart = event.isExplicit() ? end(event) : -1;
  }

  private void scalar(ScalarEvent event) {
    int start = properties(event);
    ScalarStyle style = event.getScalarStyle();
    if (style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED) {
      builder.blockScalar(style == ScalarStyle.LITERAL ? NodeKind.LITERAL : NodeKind.FOLDED, start);
    } else if (style == ScalarStyle.PLAIN && event.getValue().isEmpty()) {
      int at = empty(event, start);
      builder.scalar(NodeKind.PLAIN, at, at);
    } else {
      builder.scalar(flowKind(style), start, end(event));
    }
    documentStart = -1;
  }

  private static NodeKind flowKind(ScalarStyle style) {
    return switch (style) {
      case DOUBLE_QUOTED -> NodeKind.DOUBLE_QUOTED;
      case SINGLE_QUOTED -> NodeKind.SINGLE_QUOTED;
      default -> NodeKind.PLAIN;
    };
  }

  /** Where an empty node is; the engine may place it before the next token. */
  private int empty(ScalarEvent event, int start) {
    if (propertiesEnd > start(event)) {
      return propertiesEnd;
    }
    if (documentStart >= 0) {
      return documentStart;
    }
    byte before = start > 0 ? utf8[start - 1] : 0;
    boolean behindIndicator = before == ':' || before == '-' || before == '?';
    return behindIndicator && start > builder.lastEnd() ? start : builder.lastEnd();
  }

  private void open(CollectionStartEvent event) {
    int start = properties(event);
    boolean mapping = event.getEventId() == Event.ID.MappingStart;
    NodeKind block = mapping ? NodeKind.BLOCK_MAPPING : NodeKind.BLOCK_SEQUENCE;
    NodeKind flow = mapping ? NodeKind.FLOW_MAPPING : NodeKind.FLOW_SEQUENCE;
    builder.open(event.isFlow() ? flow : block, start);
    documentStart = -1;
    // A single pair in a flow sequence has no brackets, though its first key may have some.
    boolean pair = start == end(event) || utf8[start] == '?';
    bracketed.set(++depth, event.isFlow() && !pair);
  }

  private void close(Event event) {
    if (bracketed.get(depth--)) {
      builder.close(end(event));
    } else {
      builder.close();
    }
  }

  /** Notes anchor and tag, in either order, and gives the offset of the content after them. */
  private int properties(NodeEvent event) {
    int at = start(event);
    propertiesEnd = at;
    boolean anchor = event.getAnchor().isPresent();
    boolean tag = hasTag(event);
    // What follows the node's own properties may be those of its first child or of the next node.
    while ((anchor && utf8[at] == '&') || (tag && utf8[at] == '!')) {
      propertiesEnd = NodeProperties.end(utf8, at);
      if (utf8[at] == '&') {
        builder.anchor(at, propertiesEnd);
        anchor = false;
      } else {
        builder.tag(at, propertiesEnd);
        tag = false;
      }
      at = anchor || tag ? NodeProperties.skipGap(utf8, propertiesEnd) : at;
    }
    boolean any = propertiesEnd > start(event);
    return any ? NodeProperties.skipGap(utf8, propertiesEnd) : at;
  }

  private static boolean hasTag(NodeEvent event) {
    return switch (event) {
      case ScalarEvent scalar -> scalar.getTag().isPresent();
      case CollectionStartEvent start -> start.getTag().isPresent();
      default -> false;
    };
  }

  private int start(Event event) {
    return cursor.offset(event.getStartMark().orElseThrow().getIndex());
  }

  private int end(Event event) {
    return cursor.offset(event.getEndMark().orElseThrow().getIndex());
  }
}
