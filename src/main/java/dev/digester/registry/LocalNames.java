package dev.digester.registry;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolver.LookupPolicy;
import java.net.spi.InetAddressResolverProvider;
import java.util.stream.Stream;

/**
 * Leads {@code *.localhost} to 127.0.0.1 without asking DNS, which RFC 6761, clause 6.3, forbids:
 * what a name server says of these names is not believed. The JDK finds it as a service.
 */
public final class LocalNames extends InetAddressResolverProvider {
  private static final byte[] IPV4 = {127, 0, 0, 1};
  private static final byte[] IPV6 = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

  /** For the JDK. */
  public LocalNames() {
    super();
  }

  @Override
  public String name() {
    return "names of this machine, then the system's";
  }

  @Override
  public InetAddressResolver get(Configuration configuration) {
    return before(configuration.builtinResolver());
  }

  static InetAddressResolver before(InetAddressResolver system) {
    return new LocalFirst(system);
  }

  private record LocalFirst(InetAddressResolver system) implements InetAddressResolver {
    @Override
    public Stream<InetAddress> lookupByName(String host, LookupPolicy policy)
        throws UnknownHostException {
      if (!Loopback.isName(host)) {
        return system.lookupByName(host, policy);
      }
      return host.indexOf('.') < 0 ? localhost(host, policy) : Stream.of(local(host, policy));
    }

    /** The hosts file may say more of {@code localhost} itself, such as ::1. */
    private Stream<InetAddress> localhost(String host, LookupPolicy policy)
        throws UnknownHostException {
      try {
        return system.lookupByName(host, policy);
      } catch (UnknownHostException e) {
        return Stream.of(local(host, policy));
      }
    }

    private static InetAddress local(String host, LookupPolicy policy) throws UnknownHostException {
      var four = (policy.characteristics() & LookupPolicy.IPV4) != 0;
      return InetAddress.getByAddress(host, four ? IPV4 : IPV6);
    }

    @Override
    public String lookupByAddress(byte[] address) throws UnknownHostException {
      return system.lookupByAddress(address);
    }
  }
}
