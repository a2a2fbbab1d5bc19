package dev.digester.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The form of a registry's name, {@code host[:port]}.
 *
 * @see <a href="https://github.com/distribution/reference/blob/v0.6.0/reference.go">distribution's
 *     grammar, domain</a>
 */
final class HostPort {
  private static final int MAX_PORT = 65535;
  private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?";
  private static final Pattern FORM =
      Pattern.compile("(?:" + LABEL + "(?:\\." + LABEL + ")*|\\[[0-9A-Fa-f:]+])(?::(\\d{1,5}))?");

  private HostPort() {}

  static boolean matches(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return false;
    }
    String port = form.group(1);
    return port == null || (Integer.parseInt(port) >= 1 && Integer.parseInt(port) <= MAX_PORT);
  }

  static void check(String host) {
    if (!matches(host)) {
      throw new IllegalArgumentException(
          "host must be host or host:port as in references, such as docker.io, but it is "
              + Words.quoted(host));
    }
  }
}
