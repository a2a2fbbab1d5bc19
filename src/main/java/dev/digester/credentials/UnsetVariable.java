package dev.digester.credentials;

/**
 * Stands for the file that a variable would name if it were set, so that explanations tell of it.
 */
record UnsetVariable(String place) implements Source {
  @Override
  public Finding find(Target target) {
    return new Finding.Unset("not set");
  }
}
