package dev.digester.function;

import java.util.Arrays;
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
    return Arrays.stream(values()).filter(function -> function.toString().equals(name)).findFirst();
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
