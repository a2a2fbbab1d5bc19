package dev.digester.config;

import com.fasterxml.jackson.annotation.JsonCreator;

/** Which results a run reports. */
public enum Report implements Word {
  /** Changes, warnings and errors. */
  CHANGES,
  /** Also what was kept, with the reason. */
  ALL,
  /** Errors alone. */
  ERRORS;

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Report of(String word) {
    return Word.of(values(), word);
  }
}
