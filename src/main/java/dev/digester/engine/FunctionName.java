package dev.digester.engine;

import java.util.Locale;
import java.util.Optional;

/** The functions that the program is: {@code digester fn NAME}. */
public enum FunctionName {
  DIGESTER,
  APPLY_SETTERS,
  CREATE_SETTERS,
  LIST_SETTERS,
  SET_IMAGE;

  /** The function of a name as users type it: {@code apply-setters}. */
  public static Optional<FunctionName> of(String name) {
    for (FunctionName function : values()) {
      if (function.toString().equals(name)) {
        return Optional.of(function);
      }
    }
    return Optional.empty();
  }

  /**
   * The function that a program of that base name is: any but those of the catalog is digester with
   * all its commands.
   */
  public static Optional<FunctionName> ofProgram(String baseName) {
    return of(baseName).filter(function -> function != DIGESTER);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
