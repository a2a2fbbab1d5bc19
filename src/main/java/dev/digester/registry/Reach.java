package dev.digester.registry;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where the realms and redirects of a registry may lead. Those of one that is not on this machine
 * never lead to this machine or to its link, where services trust whom they can reach: not to
 * loopback, link-local or unspecified addresses, however they are spelled and whatever names lead
 * there. Its own host and port are the exception.
 *
 * @param own where the registry is
 * @param near whether it is on this machine, by its spelling; then it may lead anywhere
 * @param proxies those look names up themselves
 * @param names looks names up for connections without a proxy
 */
record Reach(Set<Authority> own, boolean near, Proxies proxies, Names names) {

  /** What is said of an address that is out of reach. */
  static final String OUT = "this machine or its link";

  private static final int IPV4_BYTES = 4;

  /** Finds the addresses of a name. */
  @FunctionalInterface
  interface Names {
    InetAddress[] addresses(String host) throws UnknownHostException;
  }

  Reach {
    own = Set.copyOf(own);
  }

  static Reach of(String registry, Proxies proxies) {
    return of(registry, proxies, InetAddress::getAllByName);
  }

  static Reach of(String registry, Proxies proxies, Names names) {
    var own = Set.copyOf(Settings.addresses(registry));
    return new Reach(own, own.stream().anyMatch(a -> Loopback.is(a.host())), proxies, names);
  }

  boolean covers(URI target) {
    var host = target.getHost();
    if (host == null) {
      return false;
    }
    return near
        || own.contains(Authority.of(target))
        || (!isLocal(host) && (isProxied(target) || !leadsToLocal(host)));
  }

  private boolean isProxied(URI target) {
    return proxies.select(target).stream().anyMatch(proxy -> proxy.type() != Proxy.Type.DIRECT);
  }

  /** What the host's spelling says; also what C libraries read and the JDK does not (0x7f.1). */
  static boolean isLocal(String host) {
    return Loopback.isName(host)
        || Stream.of(Loopback.literal(host), posix(host))
            .flatMap(Optional::stream)
            .anyMatch(Reach::isLocal);
  }

  private static Optional<InetAddress> posix(String host) {
    try {
      return Optional.of(Inet4Address.ofPosixLiteral(host));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * What the host's name leads to now. The connection is made to the same addresses: the JDK
   * remembers them for 30 seconds.
   */
  private boolean leadsToLocal(String host) {
    try {
      return Arrays.stream(names.addresses(host)).anyMatch(Reach::isLocal);
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static boolean isLocal(InetAddress address) {
    return address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isAnyLocalAddress()
        || (address instanceof Inet6Address six && six.isIPv4CompatibleAddress() && embeds(six));
  }

  /** {@code ::127.0.0.1}; {@code ::ffff:127.0.0.1} is an IPv4 address to the JDK. */
  private static boolean embeds(Inet6Address address) {
    var bytes = address.getAddress();
    try {
      return isLocal(
          InetAddress.getByAddress(
              Arrays.copyOfRange(bytes, bytes.length - IPV4_BYTES, bytes.length)));
    } catch (UnknownHostException e) {
      return true;
    }
  }
}
