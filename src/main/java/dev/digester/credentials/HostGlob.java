package dev.digester.credentials;

import java.util.BitSet;
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
    BitSet ends = new BitSet();
    ends.set(0);
    Matcher tokens = TOKEN.matcher(glob);
    while (tokens.find() && !ends.isEmpty()) {
      ends = after(ends, tokens.group(), label);
    }
    return ends.get(label.length());
  }

  /** All places where a token may end: however many stars there are, no place is tried twice. */
  private static BitSet after(BitSet starts, String token, String label) {
    BitSet ends = new BitSet();
    if (token.equals("*")) {
      ends.set(starts.nextSetBit(0), label.length() + 1);
      return ends;
    }
    boolean one = token.equals("?") || (token.length() > 1 && token.startsWith("["));
    int length = one ? 1 : token.length();
    starts.stream()
        .filter(start -> start + length <= label.length())
        .filter(start -> one ? isOf(token, label, start) : label.startsWith(token, start))
        .forEach(start -> ends.set(start + length));
    return ends;
  }

  private static boolean isOf(String token, String label, int at) {
    try {
      return token.equals("?") || Pattern.matches(token, label.substring(at, at + 1));
    } catch (PatternSyntaxException e) {
      // A range that runs backwards; a kubelet does not match such a glob either.
      return false;
    }
  }
}
