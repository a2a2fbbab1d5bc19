package dev.digester.setters;

import dev.digester.config.SetterValue;
import dev.digester.document.Node;
import dev.digester.document.Sequence;
import dev.digester.document.read.YamlReader;
import dev.digester.document.text.DocumentException;
import dev.digester.document.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The value of a setter for lists.
 *
 * @param text as messages show it
 */
record ArrayValue(String text, List<ArrayElement> elements) {
  ArrayValue {
    elements = List.copyOf(elements);
  }

  /** The list that a value is or holds as YAML; empty text is the empty list. */
  static Optional<ArrayValue> of(SetterValue value) {
    return switch (value) {
      case SetterValue.Items items -> Optional.of(items(items));
      case SetterValue.Text(String text) -> parse(text);
    };
  }

  private static ArrayValue items(SetterValue.Items items) {
    List<ArrayElement> elements = new ArrayList<>();
    for (int i = 0; i < items.texts().size(); i++) {
      elements.add(ArrayElement.text(items.texts().get(i), items.spellings().get(i)));
    }
    return new ArrayValue("[" + String.join(", ", items.texts()) + "]", elements);
  }

  private static Optional<ArrayValue> parse(String text) {
    if (text.isEmpty()) {
      return Optional.of(new ArrayValue(text, List.of()));
    }
    return root(text)
        .filter(Sequence.class::isInstance)
        .map(list -> ((Sequence) list).elements().stream().map(ArrayElement::of).toList())
        .map(elements -> new ArrayValue(text, elements));
  }

  /** What a text holds as YAML: the first document's root, empty where it is none. */
  static Optional<Node> root(String text) {
    try {
      return new YamlReader().read(SourceText.of(text)).roots().stream().findFirst();
    } catch (DocumentException e) {
      return Optional.empty();
    }
  }

  List<String> values() {
    return elements.stream().map(ArrayElement::value).toList();
  }

  /** The elements as they are written, each on one line. */
  List<String> spellings() {
    return elements.stream().map(element -> String.join(" ", element.lines())).toList();
  }

  /** The nodes that the elements are in a document's index. */
  int slots() {
    return elements.stream().mapToInt(ArrayElement::slots).sum();
  }
}
