package dev.digester.credentials;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Base64 as people paste it: perhaps wrapped into lines, perhaps without the padding at its end.
 */
final class Base64Text {
  private static final Pattern BLANK = Pattern.compile("\\s+");

  private Base64Text() {}

  /** The bytes; nothing if the text is not base64 (RFC 4648, section 4). */
  static Optional<byte[]> decode(String text) {
    try {
      return Optional.of(Base64.getDecoder().decode(BLANK.matcher(text).replaceAll("")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
