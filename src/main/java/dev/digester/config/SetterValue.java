package dev.digester.config;

import dev.digester.document.Mapping;
import dev.digester.document.Node;
import dev.digester.document.Scalar;
import dev.digester.document.Sequence;
import java.util.List;

/** What a setter is set to. */
public sealed interface SetterValue {
  /**
   * One value. A string that holds a YAML list may stand for a list; whoever applies it decides.
   *
   * @param text as it was written, without quotes: {@code 1.10} is {@code 1.10}; null is empty
   */
  record Text(String text) implements SetterValue {}

  /**
   * The value that a node holds.
   *
   * @throws IllegalArgumentException if it is no scalar and no list of scalars
   */
  static SetterValue of(Node node) {
    return switch (node) {
      case Scalar scalar -> text(scalar);
      case Sequence list -> new Items(list.elements().stream().map(e -> text(e).text()).toList());
      case Mapping mapping ->
          throw new IllegalArgumentException("must be a text or a list, but it is a mapping");
    };
  }

  /**
   * The text that a node holds.
   *
   * @throws IllegalArgumentException if it is no scalar
   */
  static Text text(Node node) {
    if (!(node instanceof Scalar scalar)) {
      throw new IllegalArgumentException("must hold texts alone, no lists or mappings");
    }
    return new Text(scalar.isNull() ? "" : scalar.value());
  }

  /**
   * A list.
   *
   * @param texts its elements, each as it was written
   */
  record Items(List<String> texts) implements SetterValue {
    public Items {
      texts = List.copyOf(texts);
    }
  }
}
