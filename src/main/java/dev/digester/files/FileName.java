package dev.digester.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;

/**
 * A name of a file, which is bytes to the system.
 *
 * @param text the name, bytes that are not UTF-8 as {@code \xE9}
 * @param isUtf8 whether all of it is UTF-8
 */
record FileName(String text, boolean isUtf8) {
  /** What the JDK shows for a byte that it cannot decode. */
  private static final char UNKNOWN = '\uFFFD';

  /** The last name of a path that the system listed, read as UTF-8 whatever the locale says. */
  static FileName of(Path listed) {
    String name = String.valueOf(listed.getFileName());
    if (name.indexOf(UNKNOWN) < 0) {
      return new FileName(name, true);
    }
    byte[] bytes = bytes(listed);
    try {
      return new FileName(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString(), true);
    } catch (CharacterCodingException e) {
      return new FileName(escaped(bytes), false);
    }
  }

  private static String escaped(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (byte b : bytes) {
      text.append(b >= 0 ? String.valueOf((char) b) : "\\x%02X".formatted(b));
    }
    return text.toString();
  }

  /** The bytes, which the JDK shows only in the path of a URI. */
  private static byte[] bytes(Path listed) {
    String path = listed.toUri().getRawPath();
    String raw = path.substring(path.lastIndexOf('/', path.length() - 2) + 1);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < raw.length(); i++) {
      if (raw.charAt(i) == '%') {
        bytes.write(Integer.parseInt(raw, i + 1, i + 3, 16));
        i += 2;
      } else if (raw.charAt(i) != '/') {
        bytes.write(raw.charAt(i));
      }
    }
    return bytes.toByteArray();
  }
}
