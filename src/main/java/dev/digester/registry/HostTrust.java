package dev.digester.registry;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Whom each host is believed to be: the machine's authorities, those of its {@code ca} setting and
 * those of its folder under {@code certs.d}. All is read when the host's first certificate comes.
 */
final class HostTrust {
  private final Settings settings;
  private final TrustAnchors anchors;
  private final Map<Authority, String> aliases = new ConcurrentHashMap<>();
  private final Map<Authority, X509ExtendedTrustManager> managers = new ConcurrentHashMap<>();
  private final Map<Authority, Optional<ClientCertificate>> clients = new ConcurrentHashMap<>();

  HostTrust(Settings settings, TrustAnchors anchors) {
    this.settings = settings;
    this.anchors = anchors;
  }

  /**
   * Lets a registry's trust settings count for its token service too, which is usually certified by
   * the same private authority; settings of its own win.
   */
  void alias(Authority service, String registry) {
    if (!settings.has(service)) {
      aliases.putIfAbsent(service, registry);
    }
  }

  boolean isInsecure(Authority host) {
    return settingsOf(host).insecure();
  }

  private RegistrySettings settingsOf(Authority host) {
    var alias = aliases.get(host);
    return alias == null ? settings.of(host) : settings.of(alias);
  }

  /**
   * Judges certificates of a host.
   *
   * @throws TrustException if files that were named cannot be used
   */
  X509ExtendedTrustManager manager(Authority host) throws TrustException {
    var known = managers.get(host);
    if (known == null) {
      known = anchors.with(own(host));
      managers.put(host, known);
    }
    return known;
  }

  private List<X509Certificate> own(Authority host) throws TrustException {
    var own = new ArrayList<X509Certificate>();
    var setting = settingsOf(host);
    if (setting.ca().isPresent()) {
      own.addAll(configured(setting.ca().get(), "registries[].ca of " + setting.host()));
    }
    for (var folder : folders(host)) {
      own.addAll(TrustAnchors.inFolder(folder, ".crt"));
    }
    return own;
  }

  private static List<X509Certificate> configured(String ca, String name) throws TrustException {
    if (Pem.isPem(ca)) {
      return TrustAnchors.required(ca, name);
    }
    try {
      return TrustAnchors.required(Path.of(ca), name);
    } catch (InvalidPathException e) {
      throw new TrustException(name + " is neither a path nor PEM text");
    }
  }

  /** What the client itself shows to a host, if it has anything. */
  Optional<ClientCertificate> client(Authority host) {
    return clients.computeIfAbsent(
        host,
        h ->
            folders(h).stream().map(ClientCertificate::find).flatMap(Optional::stream).findFirst());
  }

  /** The folders of a host under {@code certs.d}: by the name in references, and by address. */
  private List<Path> folders(Authority host) {
    var setting = aliases.getOrDefault(host, host.host());
    var names =
        List.of(setting, Authority.name(host), host.host() + ":" + host.port()).stream().distinct();
    return names
        .flatMap(name -> anchors.places().certsDirs().stream().map(d -> d.resolve(name)))
        .toList();
  }
}
