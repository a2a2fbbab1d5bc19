package dev.digester.krm;

import java.util.Objects;

/** A well-formed document that is not the KRM structure that it should be. */
public final class KrmException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int line;

  /**
   * An exception about a line.
   *
   * @param line where, counted from 1
   * @param reason what is wrong and what was expected, in words of a user
   */
  public KrmException(int line, String reason) {
    super(reason);
    this.line = line;
  }

  /** The line of the input, counted from 1. */
  public int line() {
    return line;
  }

  /** Always there. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
