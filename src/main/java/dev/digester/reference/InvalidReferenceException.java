package dev.digester.reference;

import java.util.Objects;

/** A text is not an image reference. */
public final class InvalidReferenceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** In characters; longer values are cut in the message, so that it stays one readable line. */
  private static final int LONGEST_SHOWN = 120;

  private final String reason;

  InvalidReferenceException(String written, String reason) {
    super("'" + shown(written) + "' is not an image reference: " + reason);
    this.reason = reason;
  }

  /** What is wrong, in words of a user, without the value itself. */
  public String reason() {
    return reason;
  }

  private static String shown(String written) {
    var cut =
        written.length() > LONGEST_SHOWN ? written.substring(0, LONGEST_SHOWN) + "…" : written;
    return cut.codePoints()
        .map(c -> Character.isISOControl(c) ? ' ' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Always there. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
