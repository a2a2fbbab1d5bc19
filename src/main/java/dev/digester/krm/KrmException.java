package dev.digester.krm;

import dev.digester.document.text.DocumentException;

/** A well-formed document that is not the KRM structure that it should be. */
public final class KrmException extends DocumentException {
  private static final long serialVersionUID = 1L;

  /**
   * An exception about a line.
   *
   * @param line where, counted from 1
   * @param reason what is wrong and what was expected, in words of a user
   */
  public KrmException(int line, String reason) {
    super(line, reason);
  }
}
