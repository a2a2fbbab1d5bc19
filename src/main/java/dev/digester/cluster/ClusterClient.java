package dev.digester.cluster;

import dev.digester.registry.Proxies;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * The JDK's client, as one API server wants it.
 *
 * @param uri where requests go
 * @param proxies on the way
 */
record ClusterClient(HttpClient http, URI uri, Proxies proxies) {
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|.*:.*");

  /**
   * A client for a server.
   *
   * @param environment of the process, for its proxies and CAs
   * @param patience for a connection
   * @throws ClusterException if certificates, key or name are of no use
   */
  static ClusterClient of(
      ClusterAccess access, Map<String, String> environment, Duration patience) {
    Proxies proxies =
        access.server().proxy().map(Proxies::through).orElseGet(() -> new Proxies(environment));
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .connectTimeout(patience)
            .proxy(proxies)
            .executor(Executors.newVirtualThreadPerTaskExecutor());
    URI uri = access.server().uri();
    if (uri.getScheme().equals("https")) {
      SSLContext context = ClusterTls.context(access, environment);
      builder.sslContext(context);
      Optional<String> name = access.trust().name().filter(n -> !ADDRESS.matcher(n).matches());
      name.ifPresent(n -> builder.sslParameters(naming(n, context)));
      uri = name.isPresent() ? byAddress(access) : uri;
    }
    return new ClusterClient(builder.build(), uri, proxies);
  }

  private static SSLParameters naming(String name, SSLContext context) {
    SSLParameters parameters = context.getDefaultSSLParameters();
    parameters.setServerNames(List.of(new SNIHostName(name)));
    return parameters;
  }

  /** The JDK's client leaves the name that is asked for by TLS only only where it has no other. */
  private static URI byAddress(ClusterAccess access) {
    URI uri = access.server().uri();
    try {
      String address = InetAddress.getByName(uri.getHost()).getHostAddress();
      String host = address.contains(":") ? "[" + address + "]" : address;
      String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
      return URI.create("https://" + host + port + uri.getRawPath());
    } catch (UnknownHostException e) {
      throw new ClusterException(
          "the API server %s of %s cannot be reached: there is no such host"
              .formatted(access.server(), access.place()));
    }
  }
}
