package dev.digester.document;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place in a document, from its root: {@code spec.template.spec.containers[0].image}. A step down
 * is a link to the place above: paths of neighbours share what they have in common, and making one
 * copies nothing.
 *
 * <p>Immutable; what is remembered is what would be made again, so any thread may replace it.
 */
public final class FieldPath {
  private static final FieldPath ROOT = new FieldPath(null, null, 0);

  /** One step down. */
  public sealed interface Segment {
    /** Into a mapping, by key. */
    record Field(String name) implements Segment {}

    /** Into a sequence, by position from 0. */
    record Element(int position) implements Segment {
      public Element {
        if (position < 0) {
          throw new IllegalArgumentException("no position: " + position);
        }
      }
    }
  }

  private final @Nullable FieldPath parent;
  private final @Nullable Segment last;
  private final int length;

  /** Written when someone asks for it. */
  private @Nullable String text;

  /** The last step, made when someone looks for it again. */
  private @Nullable Key key;

  /** The place below that was asked for last: what is asked for next is often the same. */
  private @Nullable FieldPath below;

  private FieldPath(@Nullable FieldPath parent, @Nullable Segment last, int length) {
    this.parent = parent;
    this.last = last;
    this.length = length;
  }

  /** The way down. */
  public List<Segment> segments() {
    return List.of(steps());
  }

  private Segment[] steps() {
    Segment[] steps = new Segment[length];
    for (FieldPath at = this; at.last != null; at = at.above()) {
      steps[at.length - 1] = at.last;
    }
    return steps;
  }

  /** The last step; empty for the root. */
  public Optional<Segment> last() {
    return Optional.ofNullable(last);
  }

  /** The place without its last step; that of the root is the root. */
  public FieldPath above() {
    return parent == null ? ROOT : parent;
  }

  /** The path of the root itself. */
  public static FieldPath root() {
    return ROOT;
  }

  /** A path through mappings only. */
  public static FieldPath of(String... names) {
    FieldPath path = ROOT;
    for (String name : names) {
      path = path.field(name);
    }
    return path;
  }

  /** The place below that was asked for last, null if there is none. */
  @Nullable FieldPath below() {
    return below;
  }

  /** The last step as a key, null where it is none. */
  @Nullable Key key() {
    Key made = key;
    if (made == null && last instanceof Segment.Field(String name)) {
      made = Key.of(name);
      key = made;
    }
    return made;
  }

  /** The place below, by key. */
  public FieldPath field(String name) {
    FieldPath before = below;
    return before != null
            && before.last instanceof Segment.Field(String asked)
            && asked.equals(name)
        ? before
        : step(new Segment.Field(name));
  }

  /** The place below, by position from 0. */
  public FieldPath element(int position) {
    FieldPath before = below;
    return before != null && before.last instanceof Segment.Element(int asked) && asked == position
        ? before
        : step(new Segment.Element(position));
  }

  private FieldPath step(Segment segment) {
    FieldPath made = new FieldPath(this, segment, length + 1);
    below = made;
    return made;
  }

  /** Whether the way to this place leads through another one. */
  public boolean isBelow(FieldPath other) {
    FieldPath at = this;
    while (at.length > other.length) {
      at = at.above();
    }
    return length > other.length && at.equals(other);
  }

  /** The node at this path under a node, aliases and merge keys followed. */
  public Optional<Node> find(Node root) {
    Optional<Node> node = Optional.of(root);
    for (Segment segment : segments()) {
      node =
          switch (segment) {
            case Segment.Field field ->
                node.filter(Mapping.class::isInstance)
                    .flatMap(at -> ((Mapping) at).get(Key.of(field.name())));
            case Segment.Element element ->
                node.filter(Sequence.class::isInstance)
                    .flatMap(at -> ((Sequence) at).element(element.position()));
          };
    }
    return node;
  }

  /**
   * The path as a JSON Pointer (RFC 6901): {@code /spec/containers/0/image}; empty for the root.
   */
  public String toPointer() {
    StringBuilder pointer = new StringBuilder();
    for (Segment segment : segments()) {
      switch (segment) {
        case Segment.Field(String name) ->
            pointer.append('/').append(name.replace("~", "~0").replace("/", "~1"));
        case Segment.Element(int position) -> pointer.append('/').append(position);
      }
    }
    return pointer.toString();
  }

  /**
   * The path in the form of KRM results and Kubernetes' field errors; a key that holds a dot or a
   * bracket, or nothing, stands in brackets: {@code data[config.yaml]}.
   */
  @Override
  public String toString() {
    String written = text;
    if (written == null) {
      written = written();
      text = written;
    }
    return written;
  }

  private String written() {
    StringBuilder text = new StringBuilder();
    for (Segment segment : steps()) {
      switch (segment) {
        case Segment.Field(String name) when isBracketed(name) ->
            text.append('[').append(name).append(']');
        case Segment.Field(String name) -> text.append(text.isEmpty() ? "" : ".").append(name);
        case Segment.Element(int position) -> text.append('[').append(position).append(']');
      }
    }
    return text.toString();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other == this
        || (other instanceof FieldPath that
            && length == that.length
            && Objects.equals(last, that.last)
            && Objects.equals(parent, that.parent));
  }

  @Override
  public int hashCode() {
    return Objects.hash(parent, last);
  }

  private static boolean isBracketed(String name) {
    return name.isEmpty()
        || name.indexOf('.') >= 0
        || name.indexOf('[') >= 0
        || name.indexOf(']') >= 0;
  }
}
