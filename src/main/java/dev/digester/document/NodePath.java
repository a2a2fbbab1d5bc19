package dev.digester.document;

import dev.digester.document.index.NodeIndex;

/** Finds the paths of nodes. */
public final class NodePath {
  private NodePath() {}

  /**
   * The path of a node within the document of the stream that it is in, aliases not followed. It
   * walks down from the root, passing over siblings.
   *
   * @param slot a slot of the document's index; a key's path is that of its entry
   */
  public static FieldPath to(Document document, int slot) {
    NodeIndex index = document.index();
    int id = 0;
    while (index.next(id) <= slot) {
      id = index.next(id);
    }
    return below(document, id, slot);
  }

  /**
   * The path of a node from another one that it is in, as {@link #to}.
   *
   * @param ancestor the slot that the path begins at
   */
  public static FieldPath below(Document document, int ancestor, int slot) {
    NodeIndex index = document.index();
    int id = ancestor;
    FieldPath path = FieldPath.root();
    while (id < slot) {
      int parent = id++;
      int before = parent;
      int position = 0;
      while (index.next(id) <= slot) {
        before = id;
        id = index.next(id);
        position++;
      }
      if (index.kind(parent).isSequence()) {
        path = path.element(position);
      } else if (!index.isKey(id)) {
        path = entry(path, document, before);
      } else if (id == slot) {
        path = entry(path, document, id);
      }
    }
    return path;
  }

  /**
   * The path below another one, by the slot of a key: what was asked for last is known by its
   * bytes.
   */
  private static FieldPath entry(FieldPath path, Document document, int slot) {
    FieldPath before = path.below();
    Key asked = before == null ? null : before.key();
    return before != null && asked != null && document.reads(slot, asked)
        ? before
        : path.field(name(document, slot));
  }

  private static String name(Document document, int key) {
    Node node = document.node(key);
    return node instanceof Scalar scalar ? scalar.value() : document.source().text(node.span());
  }
}
