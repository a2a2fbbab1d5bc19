package dev.digester.cluster;

import dev.digester.cluster.ClusterAccess.Server;
import dev.digester.cluster.ClusterAccess.Trust;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Reads what a kubeconfig says about a cluster. */
final class ClusterEntry {
  private ClusterEntry() {}

  static Server server(Settings cluster) {
    String server = cluster.text("server").orElseThrow(() -> cluster.broken("names no server"));
    URI uri =
        address(server.replaceFirst("/$", ""), List.of("https", "http"))
            .orElseThrow(() -> cluster.broken("has a server that is not a https address"));
    return new Server(uri, cluster.text("proxy-url").map(url -> proxy(url, cluster)));
  }

  private static URI proxy(String url, Settings cluster) {
    return address(url, List.of("http"))
        .map(uri -> uri.getPort() < 0 ? URI.create("http://" + uri.getRawAuthority() + ":80") : uri)
        .orElseThrow(() ->
            cluster.broken(
                "has a proxy-url that is not http://HOST:PORT: of proxies, digester knows only"
                    + " those that are spoken to by http"));
  }

  static Trust trust(Settings cluster) {
    return new Trust(
        cluster.material("certificate-authority"),
        cluster.text("tls-server-name"),
        cluster.isTrue("insecure-skip-tls-verify"));
  }

  private static Optional<URI> address(String text, List<String> schemes) {
    try {
      URI uri = URI.create(text);
      return uri.getHost() != null && schemes.contains(uri.getScheme())
          ? Optional.of(uri)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
