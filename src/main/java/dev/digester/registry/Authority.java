package dev.digester.registry;

import java.net.URI;
import java.util.Locale;

/**
 * Where connections go.
 *
 * @param host lower case, IPv6 addresses without brackets
 * @param port never absent: the default of the scheme where none was written
 */
record Authority(String host, int port) {
  private static final int HTTP = 80;
  private static final int HTTPS = 443;
  private static final String HUB = "docker.io";

  /** The host that answers for Docker Hub's name. */
  private static final String HUB_API = "registry-1.docker.io";

  Authority {
    host = host.toLowerCase(Locale.ROOT);
    if (host.startsWith("[")) {
      host = host.substring(1, host.length() - 1);
    }
  }

  static Authority of(URI uri) {
    var standard = uri.getScheme().equals("http") ? HTTP : HTTPS;
    return new Authority(
        uri.getHost() == null ? "" : uri.getHost(), uri.getPort() < 0 ? standard : uri.getPort());
  }

  /** Where a registry is asked; its name is as in references. */
  static String api(String registry) {
    return registry.equals(HUB) ? HUB_API : registry;
  }

  /** The name that references use for a host: with the port unless that is the one of https. */
  static String name(Authority authority) {
    if (authority.host().equals(HUB_API)) {
      return HUB;
    }
    var literal = authority.host().indexOf(':') >= 0;
    var host = literal ? "[" + authority.host() + "]" : authority.host();
    return authority.port() == HTTPS ? host : host + ":" + authority.port();
  }
}
