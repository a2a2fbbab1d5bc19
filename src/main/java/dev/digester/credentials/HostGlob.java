package dev.digester.credentials;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Host patterns of pull secrets: {@code *.example.com} means {@code a.example.com}, and neither
 * {@code example.com} nor {@code a.b.example.com}
 * (https://kubernetes.io/docs/concepts/containers/images/#config-json).
 */
final class HostGlob {
  private static final Pattern META = Pattern.compile("[*?\\[]");

  /** Any text, any character, a class of characters, or plain text. */
  private static final Pattern TOKEN = Pattern.compile("\\*|\\?|\\[\\^?[a-z0-9-]+]|\\[|[^*?\\[]+");

  private HostGlob() {}

  static boolean isGlob(String host) {
    return META.matcher(host).find();
  }

  /**
   * Whether a host is what the pattern describes: as many labels, each matching its own, and
   * exactly the same port, or none in both.
   */
  static boolean matches(String pattern, String host) {
    if (pattern.equals(host)) {
      return true;
    }
    if (!port(pattern).equals(port(host))) {
      return false;
    }
    String[] globs = labels(pattern);
    String[] labels = labels(host);
    boolean same = globs.length == labels.length;
    for (int i = 0; same && i < globs.length; i++) {
      same = labelMatches(globs[i], labels[i]);
    }
    return same;
  }

  private static String port(String host) {
    int colon = host.lastIndexOf(':');
    return colon < 0 ? "" : host.substring(colon);
  }

  private static String[] labels(String host) {
    int colon = host.lastIndexOf(':');
    return (colon < 0 ? host : host.substring(0, colon)).split("\\.", -1);
  }

  private static boolean labelMatches(String glob, String label) {
    StringBuilder regex = new StringBuilder();
    Matcher tokens = TOKEN.matcher(glob);
    while (tokens.find()) {
      regex.append(regexOf(tokens.group()));
    }
    try {
      return Pattern.matches(regex.toString(), label);
    } catch (PatternSyntaxException e) {
      // A range that runs backwards; a kubelet does not match such a glob either.
      return false;
    }
  }

  private static String regexOf(String token) {
    boolean isClass = token.length() > 1 && token.startsWith("[");
    return switch (token) {
      case "*" -> ".*";
      case "?" -> ".";
      default -> isClass ? token : Pattern.quote(token);
    };
  }
}
