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
  private final Map<Authority, String> names = new ConcurrentHashMap<>();
  private final Map<Authority, String> services = new ConcurrentHashMap<>();
  private final Map<Authority, X509ExtendedTrustManager> managers = new ConcurrentHashMap<>();
  private final Map<Authority, Optional<ClientCertificate>> clients = new ConcurrentHashMap<>();

  HostTrust(Settings settings, TrustAnchors anchors) {
    this.settings = settings;
    this.anchors = anchors;
  }

  /** Remembers what a registry is called in references, by which its settings and folders go. */
  void name(Authority registry, String name) {
    names.putIfAbsent(registry, name);
  }

  /**
   * Lets a registry's trust settings count for its token service too, which is usually certified by
   * the same private authority; settings of its own win.
   */
  void service(Authority service, String registry) {
    if (!settings.has(service)) {
      services.putIfAbsent(service, registry);
    }
  }

  boolean isInsecure(Authority host) {
    return settingsOf(host).insecure();
  }

  private RegistrySettings settingsOf(Authority host) {
    return named(host).map(settings::of).orElseGet(() -> settings.of(host));
  }

  private Optional<String> named(Authority host) {
    return Optional.ofNullable(names.get(host)).or(() -> Optional.ofNullable(services.get(host)));
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
    if (named(host).isPresent()) {
      folders(named(host).get()).forEach(f -> own.addAll(TrustAnchors.inFolder(f, ".crt")));
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

  /** What the client itself shows to a registry, and to no other host, if it has anything. */
  Optional<ClientCertificate> client(Authority host) {
    return clients.computeIfAbsent(
        host,
        h ->
            Optional.ofNullable(names.get(h))
                .flatMap(name ->
                    settings
                        .of(name)
                        .client()
                        .flatMap(ClientCertificate::read)
                        .or(() -> inFolders(name))));
  }

  private Optional<ClientCertificate> inFolders(String name) {
    return folders(name).stream()
        .map(ClientCertificate::find)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** The folders of a registry under {@code certs.d}. */
  private List<Path> folders(String name) {
    return anchors.places().certsDirs().stream().map(folder -> folder.resolve(name)).toList();
  }
}
