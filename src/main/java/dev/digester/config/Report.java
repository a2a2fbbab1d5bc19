package dev.digester.config;

/** Which results a run reports. */
public enum Report implements Word {
  /** Changes, warnings and errors. */
  CHANGES,
  /** Also what was kept, with the reason. */
  ALL,
  /** Errors only. */
  ERRORS;

  static Report of(String word) {
    return Word.of(values(), word);
  }
}
