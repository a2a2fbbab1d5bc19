package dev.digester.registry;

import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * Which hosts are this machine, by their spelling: {@code localhost} and its subdomains (RFC 6761,
 * clause 6.3), {@code 127.0.0.0/8} and {@code ::1} in every spelling that leads there. The one rule
 * for plain http, for secrets and for proxies.
 */
public final class Loopback {
  private static final String NAME = "localhost";

  private Loopback() {}

  /**
   * Whether a host is this machine.
   *
   * @param host without a port; an IPv6 address with its brackets or without
   */
  public static boolean is(String host) {
    return isName(host) || literal(host).filter(InetAddress::isLoopbackAddress).isPresent();
  }

  /** Whether the host of an address is this machine. */
  public static boolean is(URI uri) {
    return uri.getHost() != null && is(uri.getHost());
  }

  /** Whether a name is this machine's without any lookup. */
  static boolean isName(String host) {
    var lower = host.toLowerCase(Locale.ROOT);
    var name = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    return name.equals(NAME) || name.endsWith("." + NAME);
  }

  /** The address that a host is, where it is not a name, as the JDK's connections read it. */
  static Optional<InetAddress> literal(String host) {
    if (host.isEmpty()
        || (host.indexOf(':') < 0 && Character.digit(host.charAt(host.length() - 1), 16) < 0)) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.ofLiteral(bare(host)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** A host without the brackets of IPv6 addresses. */
  static String bare(String host) {
    return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
  }
}
