package dev.digester.setters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a setter comment says: {@code ${image}:${tag}}, names and what stands between them.
 *
 * @param text as it was written
 * @param literals what is before, between and after the names; one more than there are names, empty
 *     text where there is nothing
 * @param names each without its {@code ${}}; anything but a closing brace may be in one
 */
record SetterPattern(String text, List<String> literals, List<String> names) {
  private static final String OPEN = "${";

  SetterPattern {
    literals = List.copyOf(literals);
    names = List.copyOf(names);
  }

  static SetterPattern parse(String text) {
    List<String> literals = new ArrayList<>();
    List<String> names = new ArrayList<>();
    int at = 0;
    int open = text.indexOf(OPEN);
    int close = open < 0 ? -1 : text.indexOf('}', open);
    while (close >= 0) {
      literals.add(text.substring(at, open));
      names.add(text.substring(open + OPEN.length(), close));
      at = close + 1;
      open = text.indexOf(OPEN, at);
      close = open < 0 ? -1 : text.indexOf('}', open);
    }
    literals.add(text.substring(at));
    return new SetterPattern(text, literals, names);
  }

  /** How the value of a name stands in a pattern. */
  static String placeholder(String name) {
    return OPEN + name + "}";
  }

  /** Whether the pattern is one name and nothing else, as that of a list must be. */
  boolean isOneName() {
    return names.size() == 1 && literals.stream().allMatch(String::isEmpty);
  }

  /**
   * Whether what a name stands for holds no slash, as a tag: one that comes after a colon, with no
   * slash between the two and none later. So {@code localhost:5000/nginx} is no {@code
   * ${image}:${tag}}.
   */
  boolean isInTag(int name) {
    String before = String.join("", literals.subList(0, name + 1));
    return before.lastIndexOf(':') > before.lastIndexOf('/')
        && literals.subList(name + 1, literals.size()).stream().allMatch(l -> l.indexOf('/') < 0);
  }

  /** The pattern with a value for each of its names. */
  String fill(Map<String, String> values) {
    StringBuilder filled = new StringBuilder(literals.getFirst());
    for (int i = 0; i < names.size(); i++) {
      filled.append(values.getOrDefault(names.get(i), "")).append(literals.get(i + 1));
    }
    return filled.toString();
  }

  /**
   * The values that the names have in a field's present value. As the catalog: the pattern may
   * match any part of one of its lines, earlier names take as much as they can, and if one of them
   * gets nothing, nothing is known of any.
   *
   * @return empty where nothing can be told
   */
  Map<String, String> derive(String value) {
    for (String line : value.split("\n", -1)) {
      List<String> groups = match(line);
      if (!groups.isEmpty()) {
        return groups.contains("") ? Map.of() : named(groups);
      }
    }
    return Map.of();
  }

  private Map<String, String> named(List<String> groups) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      values.put(names.get(i), groups.get(i));
    }
    return values;
  }

  /**
   * What a line holds for each name; empty where the pattern is not in it. The first literal as far
   * to the left as it is found, all others as far to the right as those after them allow: what a
   * regular expression with a greedy group for each name finds, without its backtracking.
   */
  private List<String> match(String line) {
    int[] starts = new int[literals.size()];
    int limit = line.length();
    for (int i = literals.size() - 1; i > 0; i--) {
      starts[i] = line.lastIndexOf(literals.get(i), limit - literals.get(i).length());
      if (starts[i] < 0) {
        return List.of();
      }
      limit = starts[i];
    }
    starts[0] = line.indexOf(literals.getFirst());
    if (starts[0] < 0 || starts[0] + literals.getFirst().length() > limit) {
      return List.of();
    }
    List<String> groups = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      groups.add(line.substring(starts[i] + literals.get(i).length(), starts[i + 1]));
    }
    return groups;
  }
}
