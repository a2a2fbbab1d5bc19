package dev.digester.document.proof;

import java.util.Objects;

/** An edited text did not read as it should: a defect of digester, never of its input. */
public final class EditException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public EditException(String message) {
    super(message);
  }

  /**
   * Says what to do with a defect.
   *
   * @param what is wrong with the edited text
   */
  static EditException defect(String what) {
    return new EditException(
        "the edited text is not what it should be ("
            + what
            + "): this is a defect of digester, not of the input; nothing was written. Please report"
            + " it to the project with this message and, if you may share it, the input");
  }

  /** Always there. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
