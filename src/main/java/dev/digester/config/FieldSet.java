package dev.digester.config;

import com.fasterxml.jackson.annotation.JsonCreator;

/** A built-in list of places where the resources of a well-known project hold images. */
public enum FieldSet implements Word {
  TEKTON,
  ARGO,
  PROMETHEUS,
  /** All of the others. */
  ALL;

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static FieldSet of(String word) {
    return Word.of(values(), word);
  }
}
