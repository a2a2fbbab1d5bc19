package dev.digester.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A value of the configuration that is one of a few words, written in lower case. */
interface Word {
  String name();

  /** As it is written. */
  default String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Finds the value that a word names.
   *
   * @throws IllegalArgumentException if the word is none of them; case counts
   */
  static <W extends Word> W of(W[] words, String text) {
    for (W word : words) {
      if (word.word().equals(text)) {
        return word;
      }
    }
    List<String> accepted = Arrays.stream(words).map(Word::word).toList();
    throw new IllegalArgumentException(
        "must be %s, but it is %s".formatted(Words.either(accepted), Words.quoted(text)));
  }
}
