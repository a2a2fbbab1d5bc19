package dev.digester.reference;

/**
 * The terminals of the <a
 * href="https://github.com/distribution/reference/blob/main/reference.go">grammar of
 * distribution/reference</a>, each as a check of a whole text.
 */
final class Grammar {
  /** In characters: one and up to 127 more ({@code [\w][\w.-]{0,127}}). */
  private static final int LONGEST_TAG = 128;

  private static final AsciiSet DIGITS = AsciiSet.ofRanges("09");
  private static final AsciiSet LOWER_CASE = AsciiSet.ofRanges("09az");
  private static final AsciiSet ALPHANUMERIC = AsciiSet.ofRanges("09azAZ");
  private static final AsciiSet OF_A_TAG = ALPHANUMERIC.and("_.-");
  private static final AsciiSet OF_A_DIGEST = AsciiSet.ofRanges("09af");
  private static final AsciiSet OF_IPV6 = AsciiSet.ofRanges("09afAF").and(":");

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
    return start < text.length() && DIGITS.past(text, start) == text.length();
  }

  private static boolean isIpv6(String text) {
    var inside = text.endsWith("]") ? text.substring(1, text.length() - 1) : "";
    return !inside.isEmpty() && OF_IPV6.hasAll(inside);
  }

  /** Components of letters, digits and inner hyphens, with a dot between two. */
  private static boolean isDomainName(String text) {
    var previous = '.';
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      var fits =
          switch (c) {
            case '.' -> ALPHANUMERIC.has(previous);
            case '-' -> previous != '.';
            default -> ALPHANUMERIC.has(c);
          };
      if (!fits) {
        return false;
      }
      previous = c;
    }
    return ALPHANUMERIC.has(previous);
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

  /** The position after the path component that begins at a position; -1 if none does. */
  private static int pastComponent(String text, int start) {
    var position = LOWER_CASE.past(text, start);
    if (position == start) {
      return -1;
    }
    while (true) {
      var separated = pastSeparator(text, position);
      var end = LOWER_CASE.past(text, separated);
      if (separated == position || end == separated) {
        return separated == position ? position : -1;
      }
      position = end;
    }
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
        && OF_A_TAG.hasAll(text);
  }

  static boolean isHex(String text) {
    return OF_A_DIGEST.hasAll(text);
  }

  static boolean hasUpperCase(String text) {
    for (var i = 0; i < text.length(); i++) {
      if (Character.isUpperCase(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
