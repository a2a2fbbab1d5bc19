package dev.digester.cloud;

import dev.digester.registry.Loopback;
import java.net.URI;
import java.util.Optional;

/** Checks addresses that variables and files name. */
final class Addresses {
  private Addresses() {}

  /** A metadata server's address; only its network protects it. */
  static Optional<URI> metadata(String url) {
    return parse(url).filter(uri -> uri.getScheme().equals("http") || isSafe(uri));
  }

  /** Where secrets may be sent: by https, or to this machine. */
  static Optional<URI> service(String url) {
    return parse(url).filter(Addresses::isSafe);
  }

  /** The host and port of an address, for people; whatever else it holds may be a secret. */
  static String shown(String url) {
    return parse(url).map(URI::getRawAuthority).orElse("(no usable address)");
  }

  private static boolean isSafe(URI uri) {
    return uri.getScheme().equals("https") || (uri.getScheme().equals("http") && Loopback.is(uri));
  }

  private static Optional<URI> parse(String url) {
    try {
      URI uri = URI.create(url);
      return uri.getHost() != null && uri.getScheme() != null && uri.getRawUserInfo() == null
          ? Optional.of(uri)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
