package dev.digester.registry;

import java.util.Optional;

/**
 * A registry that is asked for the images of another one.
 *
 * @param host host with an optional port
 * @param prefix what is before the repository there, without slashes at its ends; may be empty
 */
public record Mirror(String host, String prefix) {

  public Mirror {
    if (host.isEmpty()
        || host.indexOf('/') >= 0
        || prefix.startsWith("/")
        || prefix.endsWith("/")) {
      throw new IllegalArgumentException("a mirror is host[:port][/prefix]");
    }
  }

  /** The mirror that {@code host[:port][/prefix]} names; empty where the text names none. */
  public static Optional<Mirror> parse(String text) {
    var slash = text.indexOf('/');
    var host = slash < 0 ? text : text.substring(0, slash);
    var prefix = slash < 0 ? "" : text.substring(slash + 1);
    try {
      return Optional.of(new Mirror(host, prefix.replaceFirst("/$", "")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The name that a repository of the mirrored registry has here. */
  public String repository(String repository) {
    return prefix.isEmpty() ? repository : prefix + "/" + repository;
  }
}
