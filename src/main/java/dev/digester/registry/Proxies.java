package dev.digester.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Chooses proxies by the variables that curl and Go know: {@code HTTP_PROXY}, {@code HTTPS_PROXY},
 * {@code NO_PROXY}; in lower case they win. Loopback is never proxied, {@code ALL_PROXY} ignored.
 */
public final class Proxies extends ProxySelector {

  /** The port of proxies without one, as curl takes it. */
  private static final int DEFAULT_PORT = 1080;

  private static final int LARGEST_PORT = 65_535;

  private final Map<String, String> environment;
  private final NoProxy exceptions;

  /** Those that the variables name. */
  public Proxies(Map<String, String> environment) {
    super();
    // The JDK refuses Basic over CONNECT unless told so before its client's classes are loaded.
    System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
    this.environment = environment;
    this.exceptions = NoProxy.parse(variable("no_proxy").orElse(""));
  }

  @Override
  public List<Proxy> select(URI uri) {
    return proxy(uri)
        .map(p -> new Proxy(Proxy.Type.HTTP, new InetSocketAddress(p.getHost(), port(p))))
        .or(() -> Optional.of(Proxy.NO_PROXY))
        .stream()
        .toList();
  }

  private static int port(URI proxy) {
    return proxy.getPort() < 0 ? DEFAULT_PORT : proxy.getPort();
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException failure) {
    // The exchange itself reports the failure.
  }

  /** What the proxy of an address is shown, if its variable holds user and password. */
  public Optional<String> authorization(URI uri) {
    return proxy(uri)
        .map(URI::getRawUserInfo)
        .map(raw -> URLDecoder.decode(raw.replace("+", "%2B"), UTF_8))
        .map(pair -> "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)));
  }

  private Optional<URI> proxy(URI uri) {
    var name = uri.getScheme().equals("https") ? "https_proxy" : "http_proxy";
    return Loopback.is(uri) || exceptions.covers(Authority.of(uri))
        ? Optional.empty()
        : variable(name).flatMap(Proxies::address);
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
    } catch (java.net.URISyntaxException e) {
      return Optional.empty();
    }
  }
}
