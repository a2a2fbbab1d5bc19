package dev.digester.lock;

import java.util.Objects;

/** A lock cannot be used as it is; the message begins with {@code PATH:LINE: }. */
public final class LockException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A lock that is wrong in a line. */
  LockException(String path, int line, String reason) {
    super("%s:%d: %s".formatted(path, line, reason));
  }

  /** A set of locks or entries that does not fit together. */
  LockException(String message) {
    super(message);
  }

  /** Always there. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
