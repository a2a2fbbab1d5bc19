package dev.digester.config;

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
