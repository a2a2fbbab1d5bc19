package dev.digester.document;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * The elements of a sequence as a list: iterating steps from slot to slot, {@link #get} and {@link
 * #size} walk from the front.
 */
final class Elements extends AbstractList<Node> {
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
