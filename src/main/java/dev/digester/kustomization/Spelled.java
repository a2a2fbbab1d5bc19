package dev.digester.kustomization;

import dev.digester.document.edit.Spelling;

/** Writes a value in the place of another one. */
final class Spelled {
  private Spelled() {}

  /** In double quotes where the old value had them, else as kustomize writes a new one. */
  static String like(String old, String value, boolean inFlow) {
    return old.startsWith("\"") ? Spelling.doubleQuoted(value) : Spelling.string(value, inFlow);
  }
}
