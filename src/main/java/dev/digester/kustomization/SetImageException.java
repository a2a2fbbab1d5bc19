package dev.digester.kustomization;

import java.util.Objects;

/** An image argument, or the file that it is for, cannot be used as it is; one line for people. */
public final class SetImageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SetImageException(String message) {
    super(message);
  }

  /** Always present. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
