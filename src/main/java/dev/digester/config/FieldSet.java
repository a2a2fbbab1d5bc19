package dev.digester.config;

/** A built-in list of places where the resources of a well-known project hold images. */
public enum FieldSet implements Word {
  TEKTON,
  ARGO,
  PROMETHEUS,
  /** All of the others. */
  ALL;

  static FieldSet of(String word) {
    return Word.of(values(), word);
  }
}
