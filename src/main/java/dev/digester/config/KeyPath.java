package dev.digester.config;

import java.util.ArrayList;
import java.util.List;

/**
 * The way from the root of a spec to one of its values.
 *
 * @param steps keys, and indices written {@code [0]}
 */
record KeyPath(List<String> steps) {
  static final KeyPath ROOT = new KeyPath(List.of());

  KeyPath {
    steps = List.copyOf(steps);
  }

  KeyPath key(String key) {
    List<String> longer = new ArrayList<>(steps);
    longer.add(key);
    return new KeyPath(longer);
  }

  KeyPath index(int index) {
    return key("[" + index + "]");
  }

  /** The number in a step that is an index. */
  static int index(String step) {
    return Integer.parseInt(step, 1, step.length() - 1, 10);
  }

  /** The first steps. */
  KeyPath first(int count) {
    return new KeyPath(steps.subList(0, count));
  }

  /** All steps but the last. */
  KeyPath above() {
    return first(steps.size() - 1);
  }

  /** {@code spec.registries[0].mirrors}. */
  String under(String root) {
    StringBuilder text = new StringBuilder(root);
    for (String step : steps) {
      text.append(step.startsWith("[") ? "" : ".").append(step);
    }
    return text.toString();
  }
}
