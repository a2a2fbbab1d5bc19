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
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Chooses the HTTP proxy of each address, and knows what it is shown. */
public final class Proxies extends ProxySelector {

  /** The port of proxies without one, as Go takes it. */
  private static final int DEFAULT_PORT = 80;

  private final Function<URI, Optional<URI>> choice;

  /** Those that the {@linkplain ProxyVariables variables} of the process name. */
  public Proxies(Map<String, String> environment) {
    this(new ProxyVariables(environment)::proxy);
  }

  private Proxies(Function<URI, Optional<URI>> choice) {
    super();
    // The JDK refuses Basic over CONNECT unless told so before its client's classes are loaded.
    System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
    this.choice = choice;
  }

  /** One proxy for all addresses. */
  public static Proxies through(URI proxy) {
    return new Proxies(_ -> Optional.of(proxy));
  }

  @Override
  public List<Proxy> select(URI uri) {
    return choice
        .apply(uri)
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

  /** What the proxy of an address is shown, if it was given with user and password. */
  public Optional<String> authorization(URI uri) {
    return choice
        .apply(uri)
        .map(URI::getRawUserInfo)
        .map(raw -> URLDecoder.decode(raw.replace("+", "%2B"), UTF_8))
        .map(pair -> "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)));
  }
}
