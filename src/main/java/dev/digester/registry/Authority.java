package dev.digester.registry;

import dev.digester.reference.RegistryHost;
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;

/**
 * Where connections go.
 *
 * @param host lower case, IPv6 addresses without brackets and in full
 * @param port never absent: the default of the scheme where none was written
 */
record Authority(String host, int port) {
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  /** The host that answers for Docker Hub's name. */
  private static final String HUB_API = "registry-1.docker.io";

  Authority {
    host = host.toLowerCase(Locale.ROOT);
    if (host.startsWith("[")) {
      host = host.substring(1, host.length() - 1);
    }
    host = host.indexOf(':') < 0 ? host : canonical(host);
  }

  /** One spelling of an IPv6 address, anyone who spelled it. */
  private static String canonical(String address) {
    try {
      return InetAddress.ofLiteral(address).getHostAddress();
    } catch (IllegalArgumentException e) {
      return address;
    }
  }

  static Authority of(URI uri) {
    var standard = uri.getScheme().equals("http") ? HTTP : HTTPS;
    return new Authority(
        uri.getHost() == null ? "" : uri.getHost(), uri.getPort() < 0 ? standard : uri.getPort());
  }

  /** Where a registry is asked; its name is as in references. */
  static String api(String registry) {
    return RegistryHost.canonical(registry).equals(RegistryHost.HUB) ? HUB_API : registry;
  }
}
