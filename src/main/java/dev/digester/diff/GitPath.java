package dev.digester.diff;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Writes paths into a diff as git does by default (core.quotePath). */
final class GitPath {
  private GitPath() {}

  /**
   * A path after {@code ---} or {@code +++}: in quotes where it holds a quote, a backslash, a
   * control character or a byte that is not ASCII; with a tab at the end where it holds a space,
   * since programs take what follows a space for a time.
   */
  static String of(String path) {
    byte[] bytes = path.getBytes(UTF_8);
    StringBuilder quoted = new StringBuilder("\"");
    boolean needed = false;
    for (byte b : bytes) {
      String escape = escape(b);
      needed |= escape.length() > 1;
      quoted.append(escape);
    }
    if (needed) {
      return quoted.append('"').toString();
    }
    return path.indexOf(' ') < 0 ? path : path + "\t";
  }

  private static String escape(byte b) {
    return switch (b) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case 7 -> "\\a";
      case '\b' -> "\\b";
      case '\t' -> "\\t";
      case '\n' -> "\\n";
      case 11 -> "\\v";
      case '\f' -> "\\f";
      case '\r' -> "\\r";
      default -> b < ' ' || b == 0x7F ? "\\%03o".formatted(b & 0xFF) : String.valueOf((char) b);
    };
  }
}
