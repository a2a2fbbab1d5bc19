package dev.digester.registry;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The variables that curl and Go know: {@code HTTP_PROXY}, {@code HTTPS_PROXY}, {@code NO_PROXY};
 * in lower case they win. Loopback is never proxied, {@code ALL_PROXY} ignored.
 */
final class ProxyVariables {
  private static final int LARGEST_PORT = 65_535;
  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://");

  private final Map<String, String> environment;
  private final NoProxy exceptions;

  ProxyVariables(Map<String, String> environment) {
    this.environment = environment;
    this.exceptions = NoProxy.parse(variable("no_proxy").orElse(""));
  }

  /**
   * The proxy of an address, with the user and the password that its variable holds.
   *
   * @throws ProxyException if the variable holds what cannot be used: it was set, so going past it
   *     would be wrong
   */
  Optional<URI> proxy(URI uri) {
    var name = uri.getScheme().equals("https") ? "https_proxy" : "http_proxy";
    return Loopback.is(uri) || exceptions.covers(Authority.of(uri))
        ? Optional.empty()
        : variable(name).map(value -> address(written(name), value.strip()));
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(written(name))).filter(value -> !value.isBlank());
  }

  /** The spelling in which a variable is set. */
  private String written(String name) {
    return environment.containsKey(name) ? name : name.toUpperCase(Locale.ROOT);
  }

  private static URI address(String variable, String value) {
    var scheme = SCHEME.matcher(value);
    if (scheme.lookingAt() && !scheme.group(1).equalsIgnoreCase("http")) {
      throw new ProxyException(
          "the proxy in %s cannot be used: digester speaks to http:// proxies only"
              .formatted(variable));
    }
    try {
      var uri = new URI(scheme.lookingAt() ? value : "http://" + value);
      if (isAddress(uri)) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Its reason quotes the value.
    }
    throw new ProxyException(
        "the proxy in %s cannot be read: write http://USER:PASSWORD@HOST:PORT, with characters"
                .formatted(variable)
            + " such as @ # / | as %40 %23 %2F %7C");
  }

  /** A password with a # or / in it makes another address of the whole. */
  private static boolean isAddress(URI uri) {
    return uri.getHost() != null
        && uri.getPort() <= LARGEST_PORT
        && (uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"))
        && uri.getRawQuery() == null
        && uri.getRawFragment() == null;
  }
}
