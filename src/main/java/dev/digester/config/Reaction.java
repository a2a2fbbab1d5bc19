package dev.digester.config;

/** What a problem with one image does to the run. */
public enum Reaction implements Word {
  /** It is an error: the run fails, nothing is changed. */
  FAIL,
  /** It is a warning: the image stays as it is. */
  KEEP;

  static Reaction of(String word) {
    return Word.of(values(), word);
  }
}
