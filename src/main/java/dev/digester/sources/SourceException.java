package dev.digester.sources;

import dev.digester.lock.LockException;
import java.util.Objects;

/** A digest source cannot be used; the message begins with the file's path. */
public final class SourceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SourceException(String path, int line, String reason) {
    this(path + ":" + line, reason);
  }

  SourceException(LockException cause) {
    super(cause.getMessage(), cause);
  }

  SourceException(String place, String reason) {
    super(place + ": " + reason);
  }

  /** Always there. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
