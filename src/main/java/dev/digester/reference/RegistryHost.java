package dev.digester.reference;

import java.util.Locale;
import java.util.Set;

/** The names of registries, which have several spellings. */
public final class RegistryHost {

  /** Docker Hub as references name it. */
  public static final String HUB = "docker.io";

  /** Other names of Docker Hub: its first index, and the host that answers for it. */
  private static final Set<String> HUB_ALIASES = Set.of("index.docker.io", "registry-1.docker.io");

  /** The port that https has where none is written. */
  private static final String STANDARD_PORT = ":443";

  private RegistryHost() {}

  /**
   * The one spelling by which settings and credentials are found: lower case, without the port of
   * https, and {@code docker.io} for each name of Docker Hub.
   *
   * @param host {@code host[:port]}
   */
  public static String canonical(String host) {
    var lower = host.toLowerCase(Locale.ROOT);
    var plain =
        lower.endsWith(STANDARD_PORT) && hasOnePort(lower)
            ? lower.substring(0, lower.length() - STANDARD_PORT.length())
            : lower;
    return HUB_ALIASES.contains(plain) ? HUB : plain;
  }

  /** Whether the last colon is not one of an IPv6 address. */
  private static boolean hasOnePort(String host) {
    var colon = host.lastIndexOf(':');
    return host.charAt(Math.max(0, colon - 1)) == ']' || host.indexOf(':') == colon;
  }
}
