package dev.digester.document.text;

import java.util.Objects;

/**
 * The text is not what it should be: bad UTF-8, a syntax error, too deep, too large. Who expects a
 * certain structure has a kind of its own.
 */
public class DocumentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int line;

  /**
   * @param line where, counted from 1
   * @param reason what is wrong, in words of a user, without the line
   */
  public DocumentException(int line, String reason) {
    super(reason);
    this.line = line;
  }

  /** The line of the text, counted from 1. */
  public final int line() {
    return line;
  }

  /** Always there. */
  @Override
  public final String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
