package dev.digester.document;

import java.util.Objects;

/** An edited text did not read as it should: a defect of digester, never of its input. */
public final class EditException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public EditException(String message) {
    super(message);
  }

  /** Always there. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
