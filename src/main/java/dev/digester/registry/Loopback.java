package dev.digester.registry;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which hosts are this machine: {@code localhost}, {@code 127.0.0.0/8} and {@code ::1}. */
final class Loopback {
  private static final Pattern IPV4 = Pattern.compile("127(\\.\\d{1,3}){3}");

  private Loopback() {}

  /**
   * @param host without a port; an IPv6 address with its brackets or without
   */
  static boolean is(String host) {
    var name = host.toLowerCase(Locale.ROOT);
    return name.equals("localhost")
        || name.equals("[::1]")
        || name.equals("::1")
        || name.equals("0:0:0:0:0:0:0:1")
        || IPV4.matcher(name).matches();
  }

  static boolean is(URI uri) {
    return uri.getHost() != null && is(uri.getHost());
  }
}
