package dev.digester.reference;

import java.util.function.IntPredicate;

/**
 * The terminals of the <a
 * href="https://github.com/distribution/reference/blob/main/reference.go">grammar of
 * distribution/reference</a>, each as a check of a whole text.
 */
final class Grammar {
  /** In characters: one and up to 127 more ({@code [\w][\w.-]{0,127}}). */
  private static final int LONGEST_TAG = 128;

  private Grammar() {}

  /** {@code host [':' port]}, where host is a domain name, an IPv4 or a bracketed IPv6 address. */
  static boolean isHost(String text) {
    var bracket = text.startsWith("[") ? text.indexOf(']') : 0;
    var colon = bracket < 0 ? -1 : text.indexOf(':', bracket);
    var host = colon < 0 ? text : text.substring(0, colon);
    return (colon < 0 || isPort(text, colon + 1))
        && (host.startsWith("[") ? isIpv6(host) : isDomainName(host));
  }

  private static boolean isPort(String text, int start) {
    return start < text.length() && all(text, start, Grammar::isDigit);
  }

  private static boolean isIpv6(String text) {
    var inside = text.endsWith("]") ? text.substring(1, text.length() - 1) : "";
    return !inside.isEmpty() && all(inside, 0, c -> c == ':' || isHexDigit(c));
  }

  /** Components of letters, digits and inner hyphens, with a dot between two. */
  private static boolean isDomainName(String text) {
    var previous = '.';
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      var fits =
          switch (c) {
            case '.' -> isAlphanumeric(previous);
            case '-' -> previous != '.';
            default -> isAlphanumeric(c);
          };
      if (!fits) {
        return false;
      }
      previous = c;
    }
    return isAlphanumeric(previous);
  }

  /** Components of {@code [a-z0-9]+} with separators between them, and a slash between two. */
  static boolean isPath(String text) {
    var position = 0;
    while (true) {
      position = pastComponent(text, position);
      if (position < 0 || position == text.length()) {
        return position >= 0;
      }
      if (text.charAt(position++) != '/') {
        return false;
      }
    }
  }

  /** The position behind the path component that begins at a position; -1 if none does. */
  private static int pastComponent(String text, int start) {
    var position = pastWord(text, start);
    if (position == start) {
      return -1;
    }
    while (true) {
      var separated = pastSeparator(text, position);
      var end = pastWord(text, separated);
      if (separated == position || end == separated) {
        return separated == position ? position : -1;
      }
      position = end;
    }
  }

  private static int pastWord(String text, int start) {
    var position = start;
    while (position < text.length() && isLowerAlphanumeric(text.charAt(position))) {
      position++;
    }
    return position;
  }

  /** {@code [_.]|__|[-]*}. */
  private static int pastSeparator(String text, int start) {
    if (text.startsWith("__", start)) {
      return start + 2;
    }
    if (text.startsWith("_", start) || text.startsWith(".", start)) {
      return start + 1;
    }
    var position = start;
    while (text.startsWith("-", position)) {
      position++;
    }
    return position;
  }

  static boolean isTag(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST_TAG
        && text.charAt(0) != '.'
        && text.charAt(0) != '-'
        && all(text, 0, c -> isAlphanumeric(c) || c == '_' || c == '.' || c == '-');
  }

  static boolean isHex(String text) {
    return all(text, 0, c -> isDigit(c) || (c >= 'a' && c <= 'f'));
  }

  static boolean hasUpperCase(String text) {
    return !all(text, 0, c -> !Character.isUpperCase(c));
  }

  /** Whether all characters from a position on fit. */
  private static boolean all(String text, int from, IntPredicate fits) {
    for (var i = from; i < text.length(); i++) {
      if (!fits.test(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isHexDigit(int c) {
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  private static boolean isLowerAlphanumeric(int c) {
    return isDigit(c) || (c >= 'a' && c <= 'z');
  }

  private static boolean isAlphanumeric(int c) {
    return isLowerAlphanumeric(c) || (c >= 'A' && c <= 'Z');
  }
}
