package dev.digester.config;

import java.util.regex.Pattern;

/**
 * A registry that answers for another one, {@code host[:port][/prefix]}.
 *
 * @param host {@code host[:port]}
 * @param prefix what is before the repository's name there, without slashes around it; empty where
 *     nothing does
 */
public record Mirror(String host, String prefix) {
  private static final Pattern PREFIX =
      Pattern.compile("[a-z0-9]+(?:[._-]+[a-z0-9]+)*(?:/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*");

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if the host or the prefix has not their form
   */
  public Mirror {
    if (!HostPort.matches(host) || !(prefix.isEmpty() || PREFIX.matcher(prefix).matches())) {
      throw new IllegalArgumentException(
          "must be host[:port][/prefix] without https://, such as mirror.example:5000/hub,"
              + " but it is "
              + Words.quoted(prefix.isEmpty() ? host : host + "/" + prefix));
    }
  }

  /**
   * Reads the written form.
   *
   * @throws IllegalArgumentException if the text is not a mirror
   */
  public static Mirror parse(String text) {
    int slash = text.indexOf('/');
    return slash < 0
        ? new Mirror(text, "")
        : new Mirror(text.substring(0, slash), text.substring(slash + 1));
  }

  /** As it is written. */
  @Override
  public String toString() {
    return prefix.isEmpty() ? host : host + "/" + prefix;
  }
}
