package dev.digester.setters;

import dev.digester.document.Comments;
import dev.digester.document.Document;
import dev.digester.document.FieldPath;
import dev.digester.document.Node;
import dev.digester.document.NodePath;
import dev.digester.document.Sequence;
import dev.digester.document.index.NodeIndex;
import dev.digester.document.index.NodeKind;
import dev.digester.document.text.Span;
import dev.digester.krm.Resource;
import dev.digester.krm.Resources;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A field that has a setter comment.
 *
 * @param item the item of the list that it is in
 * @param slot the field's value in the document's index
 * @param comment with its {@code #}
 */
record SetterField(Resource item, int slot, Span comment, SetterPattern pattern) {
  /** How a setter comment begins; the older form with {@code {"$kpt-set": …}} is another one. */
  static final String MARKER = "# kpt-set: ";

  /**
   * Visits the fields of a list's items, in document order. A comment belongs to a scalar after
   * which it stands; to a flow list of a key, likewise; to a block list, if it is after the list's
   * key.
   */
  static void visit(Resources list, Consumer<SetterField> visitor) {
    Document document = list.document();
    Items items = new Items(list.items());
    Patterns patterns = new Patterns(document);
    for (Comments.OfNode marked : document.comments().beginningWith(MARKER)) {
      int slot = value(document.index(), marked.slot());
      Optional<Resource> item = slot < 0 ? Optional.empty() : items.around(slot);
      SetterPattern pattern = patterns.in(marked.comment());
      if (item.isPresent() && !pattern.text().isEmpty()) {
        visitor.accept(new SetterField(item.get(), slot, marked.comment(), pattern));
      }
    }
  }

  /** The slot of the value that a comment after a node is about, -1 if it is about none. */
  private static int value(NodeIndex index, int slot) {
    if (index.isKey(slot)) {
      int value = index.next(slot);
      return index.kind(value) == NodeKind.BLOCK_SEQUENCE ? value : -1;
    }
    boolean list = index.kind(slot).isSequence() && index.isKey(slot - 1);
    return index.kind(slot).isScalar() || list ? slot : -1;
  }

  FieldPath path() {
    return NodePath.below(document(), item.node().id(), slot);
  }

  Document document() {
    return item.node().document();
  }

  Node value() {
    return document().node(slot);
  }

  /** The value, where it is a list. */
  Sequence list() {
    return new Sequence(document(), slot);
  }

  /** Reads the patterns of comments, of which many in a row are often the same. */
  private static final class Patterns {
    private final Document document;
    private Span comment = new Span(0, 0);
    private SetterPattern pattern = SetterPattern.parse("");

    Patterns(Document document) {
      this.document = document;
    }

    SetterPattern in(Span next) {
      if (!document.source().isSame(comment, next)) {
        String text = document.comments().text(next);
        String behind = text.substring(Math.min(text.length(), MARKER.length() - 2));
        pattern = SetterPattern.parse(behind.strip());
      }
      comment = next;
      return pattern;
    }
  }

  /** Finds the item that a node is in: items are in document order. */
  private record Items(List<Resource> items) {
    Optional<Resource> around(int slot) {
      int low = 0;
      int high = items.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (items.get(middle).node().id() <= slot) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low > 0 && holds(items.get(low - 1), slot)
          ? Optional.of(items.get(low - 1))
          : Optional.empty();
    }

    private static boolean holds(Resource item, int slot) {
      return slot < item.node().document().index().next(item.node().id());
    }
  }
}
