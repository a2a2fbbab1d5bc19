package dev.digester.document;

import dev.digester.document.index.NodeIndex;
import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** A sequence, block or flow. */
public record Sequence(Document document, int id) implements Node {

  /**
   * The elements in document order, after following their aliases; a view that allocates nothing
   * until it is walked.
   */
  public List<Node> elements() {
    return new Elements(document, id);
  }

  /** The element at a position from 0. */
  public Optional<Node> element(int position) {
    return elements().stream().skip(position).findFirst();
  }

  /**
   * The elements of a sequence as a list: iterating steps from slot to slot, {@link #get} and
   * {@link #size} walk from the front.
   */
  private static final class Elements extends AbstractList<Node> {
    private final Document document;
    private final int id;

    Elements(Document document, int id) {
      this.document = document;
      this.id = id;
    }

    @Override
    public Node get(int position) {
      NodeIndex index = document.index();
      int slot = id + 1;
      for (int i = 0; i < position && slot < index.next(id); i++) {
        slot = index.next(slot);
      }
      if (position < 0 || slot >= index.next(id)) {
        throw new IndexOutOfBoundsException(position);
      }
      return document.node(slot);
    }

    @Override
    public int size() {
      NodeIndex index = document.index();
      int count = 0;
      for (int slot = id + 1; slot < index.next(id); slot = index.next(slot)) {
        count++;
      }
      return count;
    }

    @Override
    public boolean isEmpty() {
      return document.index().next(id) == id + 1;
    }

    @Override
    public Iterator<Node> iterator() {
      return new Iterator<>() {
        private int slot = id + 1;

        @Override
        public boolean hasNext() {
          return slot < document.index().next(id);
        }

        @Override
        public Node next() {
          if (!hasNext()) {
            throw new NoSuchElementException();
          }
          Node element = document.node(slot);
          slot = document.index().next(slot);
          return element;
        }
      };
    }
  }
}
