package dev.digester.registry;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The variables that curl and Go know: {@code HTTP_PROXY}, {@code HTTPS_PROXY}, {@code NO_PROXY};
 * in lower case they win. Loopback is never proxied, {@code ALL_PROXY} ignored.
 */
final class ProxyVariables {
  private static final int LARGEST_PORT = 65_535;

  private final Map<String, String> environment;
  private final NoProxy exceptions;

  ProxyVariables(Map<String, String> environment) {
    this.environment = environment;
    this.exceptions = NoProxy.parse(variable("no_proxy").orElse(""));
  }

  /** The proxy of an address, with the user and the password that its variable holds. */
  Optional<URI> proxy(URI uri) {
    var name = uri.getScheme().equals("https") ? "https_proxy" : "http_proxy";
    return Loopback.is(uri) || exceptions.covers(Authority.of(uri))
        ? Optional.empty()
        : variable(name).flatMap(ProxyVariables::address);
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name))
        .or(() -> Optional.ofNullable(environment.get(name.toUpperCase(Locale.ROOT))))
        .filter(value -> !value.isBlank());
  }

  private static Optional<URI> address(String value) {
    try {
      var uri = new URI(value.contains("://") ? value : "http://" + value);
      return uri.getHost() == null || uri.getPort() > LARGEST_PORT
          ? Optional.empty()
          : Optional.of(uri);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
