package dev.digester.setters;

import dev.digester.config.SetterValue;
import dev.digester.document.Mapping;
import dev.digester.document.Scalar;
import dev.digester.document.Sequence;
import dev.digester.krm.Result;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The values that fields are searched for.
 *
 * @param scalars longest value first
 * @param lists elements in order of their text
 * @param digests whether a value is a digest or holds one
 * @param problems values that cannot be searched for
 */
record FieldValues(
    List<Text> scalars, List<Elements> lists, boolean digests, List<Result> problems) {
  /** A digest of a registered algorithm, or its digits only. */
  private static final Pattern DIGEST = Pattern.compile("sha(256|512):[0-9a-f]|^[0-9a-f]{64}");

  /** A text that is to be found within scalars. */
  record Text(String name, String value) {}

  /** The elements of a list, in whatever order it has them. */
  record Elements(String name, List<String> values) {}

  FieldValues {
    scalars =
        scalars.stream()
            .sorted(Comparator.comparingInt((Text text) -> text.value().length()).reversed())
            .toList();
    lists = List.copyOf(lists);
    problems = List.copyOf(problems);
  }

  static FieldValues of(Setters setters) {
    List<Text> found = new ArrayList<>();
    List<Elements> elements = new ArrayList<>();
    List<Result> wrong = new ArrayList<>();
    for (Setter setter : setters.byName().values()) {
      switch (setter.value()) {
        case SetterValue.Items items ->
            elements.add(new Elements(setter.name(), inOrder(items.texts())));
        case SetterValue.Text(String text) -> {
          switch (ArrayValue.root(text).orElse(null)) {
            case null -> wrong.add(unreadable(setter));
            case Scalar scalar -> found.add(new Text(setter.name(), text));
            case Sequence list ->
                elements.add(new Elements(setter.name(), inOrder(ArrayElement.read(list))));
            case Mapping mapping -> {}
          }
        }
      }
    }
    boolean digests = found.stream().anyMatch(text -> DIGEST.matcher(text.value()).find());
    return new FieldValues(found, elements, digests, wrong);
  }

  private static Result unreadable(Setter setter) {
    return setter
        .place()
        .error(
            "failed to create setters: parsing error: the value of setter "
                + setter.name()
                + " must be YAML that holds a text or a list");
  }

  static List<String> inOrder(List<String> values) {
    return values.stream().sorted().toList();
  }

  /** The setter of a list with exactly these elements. */
  Optional<Elements> list(List<String> elements) {
    List<String> ordered = inOrder(elements);
    return lists.stream().filter(list -> list.values().equals(ordered)).findFirst();
  }

  private boolean areIn(String text) {
    return scalars.stream().anyMatch(scalar -> text.contains(scalar.value()));
  }

  /**
   * The pattern of a text: from left to right, the longest value that begins at a place gives way
   * to its setter's name. A digest that pinning put after an image is not part of it, unless a
   * setter speaks of digests. Empty where no value is in the text.
   */
  Optional<String> pattern(String text) {
    return patternOf(digests ? text : FieldText.withoutDigest(text));
  }

  private Optional<String> patternOf(String text) {
    if (!areIn(text)) {
      return Optional.empty();
    }
    StringBuilder pattern = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      Optional<Text> found = at(text, at);
      if (found.isPresent()) {
        pattern.append(SetterPattern.placeholder(found.get().name()));
        at += found.get().value().length();
      } else {
        pattern.append(text.charAt(at++));
      }
    }
    return Optional.of(pattern.toString());
  }

  private Optional<Text> at(String text, int offset) {
    return scalars.stream().filter(scalar -> text.startsWith(scalar.value(), offset)).findFirst();
  }
}
