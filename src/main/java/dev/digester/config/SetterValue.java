package dev.digester.config;

import dev.digester.document.Mapping;
import dev.digester.document.Node;
import dev.digester.document.Scalar;
import dev.digester.document.Sequence;
import dev.digester.document.edit.Spelling;
import dev.digester.document.index.NodeKind;
import java.util.List;

/** What a setter is set to. */
public sealed interface SetterValue {
  /**
   * One value. A string that holds a YAML list may stand for a list; anyone who applies it decides.
   *
   * @param text as it was written, without quotes: {@code 1.10} is {@code 1.10}; null is empty
   */
  record Text(String text) implements SetterValue {}

  /**
   * The value that a node holds.
   *
   * @throws IllegalArgumentException if it is not a scalar and no list of scalars
   */
  static SetterValue of(Node node) {
    return switch (node) {
      case Scalar scalar -> text(scalar);
      case Sequence list ->
          new Items(
              list.elements().stream().map(element -> text(element).text()).toList(),
              list.elements().stream().map(SetterValue::spelling).toList());
      case Mapping mapping ->
          throw new IllegalArgumentException("must be a string or a list, but it is a mapping");
    };
  }

  /**
   * The text that a node holds.
   *
   * @throws IllegalArgumentException if it is not a scalar
   */
  static Text text(Node node) {
    if (!(node instanceof Scalar scalar)) {
      throw new IllegalArgumentException("must hold texts only, no lists or mappings");
    }
    return new Text(scalar.isNull() ? "" : scalar.value());
  }

  /** How a scalar is written, on one line. */
  private static String spelling(Node element) {
    String written = element.document().source().text(element.span());
    boolean block = element.kind() == NodeKind.LITERAL || element.kind() == NodeKind.FOLDED;
    boolean isNull = element instanceof Scalar scalar && scalar.isNull();
    boolean asWritten = !block && !isNull && written.indexOf('\n') < 0;
    return asWritten ? written : Spelling.doubleQuoted(text(element).text());
  }

  /**
   * A list.
   *
   * @param texts its elements, each as it was written, without quotes
   * @param spellings its elements, each as it was written, with its quotes
   */
  record Items(List<String> texts, List<String> spellings) implements SetterValue {
    /**
     * Checks the elements.
     *
     * @throws IllegalArgumentException if there are not as many texts as spellings
     */
    public Items {
      texts = List.copyOf(texts);
      spellings = List.copyOf(spellings);
      if (texts.size() != spellings.size()) {
        throw new IllegalArgumentException(texts.size() + " texts, " + spellings.size());
      }
    }

    /** A list of texts without quotes. */
    public Items(List<String> texts) {
      this(texts, texts);
    }
  }
}
