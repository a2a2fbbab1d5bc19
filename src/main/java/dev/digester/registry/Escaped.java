package dev.digester.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Parts of addresses in which what a URI may not hold is escaped (RFC 3986, clause 2.1). */
final class Escaped {
  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

  private static final String PATH = UNRESERVED + "!$&'()*+,;=:@/";

  /** Brackets are not part of RFC 3986's queries, but are sent as they are by all clients. */
  private static final String QUERY = PATH + "?[]";

  private static final int LATIN_1 = 0xFF;

  private Escaped() {}

  static String path(String text) {
    return escaped(text, PATH);
  }

  static String query(String text) {
    return escaped(text, QUERY);
  }

  private static String escaped(String text, String kept) {
    var escaped = new StringBuilder();
    for (var i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      var c = text.codePointAt(i);
      if (kept.indexOf(c) >= 0 || (c == '%' && isEscape(text, i))) {
        escaped.appendCodePoint(c);
      } else if (c <= LATIN_1) {
        // A header holds bytes, which the JDK reads as Latin-1: the byte itself is sent back.
        escaped.append("%%%02X".formatted(c));
      } else {
        for (var b : Character.toString(c).getBytes(UTF_8)) {
          escaped.append("%%%02X".formatted(b & LATIN_1));
        }
      }
    }
    return escaped.toString();
  }

  private static boolean isEscape(String text, int at) {
    return at + 2 < text.length()
        && Character.digit(text.charAt(at + 1), 16) >= 0
        && Character.digit(text.charAt(at + 2), 16) >= 0;
  }
}
