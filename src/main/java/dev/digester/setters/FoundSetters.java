package dev.digester.setters;

import dev.digester.config.SetterValue;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Counts setters by name; scalars and lists apart, as a name may be used for both. */
final class FoundSetters {
  private static final String LIST = "array";

  private final SortedMap<String, Found> lists = new TreeMap<>();
  private final SortedMap<String, Found> scalars = new TreeMap<>();

  /**
   * A setter as it was found.
   *
   * @param value the first one
   * @param type of the first field whose value is not a string
   * @param count of its fields
   */
  private record Found(String value, String type, int count) {
    Found again(String nextType) {
      return new Found(value, type.equals(ValueType.STRING) ? nextType : type, count + 1);
    }

    String line(String name) {
      return "Name: %s, Value: %s, Type: %s, Count: %d".formatted(name, value, type, count);
    }
  }

  /** A setter that has a value, but no field yet; a value that is a YAML list makes it a list. */
  void declare(String name, String value) {
    ArrayValue.of(new SetterValue.Text(value))
        .filter(list -> !value.isEmpty())
        .ifPresentOrElse(
            list -> lists.put(name, new Found(shown(list.spellings()), LIST, 0)),
            () -> scalars.put(name, new Found(value, ValueType.STRING, 0)));
  }

  void list(String name, List<String> elements) {
    Found first = new Found(shown(FieldValues.inOrder(elements)), LIST, 0);
    lists.put(name, lists.getOrDefault(name, first).again(LIST));
  }

  void scalar(String name, String value, String type) {
    Found first = new Found(value, type, 0);
    scalars.put(name, scalars.getOrDefault(name, first).again(type));
  }

  private static String shown(List<String> elements) {
    return "[" + String.join(", ", elements) + "]";
  }

  /** A line for each setter, by name; a list before a scalar of the same name. */
  List<String> lines() {
    SortedMap<String, List<String>> lines = new TreeMap<>();
    lists.forEach((name, found) -> lines.put(name, List.of(found.line(name))));
    scalars.forEach((name, found) ->
        lines.merge(
            name,
            List.of(found.line(name)),
            (list, scalar) -> Stream.concat(list.stream(), scalar.stream()).toList()));
    return lines.values().stream().flatMap(List::stream).toList();
  }
}
