package dev.digester.registry;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Whom the hosts of a trust domain are believed to be: the machine's CAs, those of the registry's
 * {@code ca} setting and those of its directories under {@code certs.d}. All is read when the first
 * certificate comes.
 */
final class DomainTrust {
  private final TrustDomain domain;
  private final TrustAnchors anchors;
  private @Nullable X509ExtendedTrustManager authorities;
  private boolean clientSought;
  private Optional<ClientCertificate> client = Optional.empty();

  DomainTrust(TrustDomain domain, TrustAnchors anchors) {
    this.domain = domain;
    this.anchors = anchors;
  }

  TrustDomain domain() {
    return domain;
  }

  /**
   * Judges certificates.
   *
   * @throws TrustException if files that were named cannot be used
   */
  synchronized X509ExtendedTrustManager authorities() throws TrustException {
    var known = authorities;
    if (known == null) {
      known = anchors.with(own());
      authorities = known;
    }
    return known;
  }

  private List<X509Certificate> own() throws TrustException {
    var own = new ArrayList<X509Certificate>();
    var setting = domain.settings();
    if (setting.ca().isPresent()) {
      own.addAll(configured(setting.ca().get(), "registries[].ca of " + setting.host()));
    }
    domain.folders().forEach(folder -> own.addAll(TrustAnchors.inFolder(folder, ".crt")));
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

  /** What the client itself shows to the registry, and to no other host, if it has anything. */
  synchronized Optional<ClientCertificate> client(Authority host) {
    if (!domain.own().contains(host)) {
      return Optional.empty();
    }
    if (!clientSought) {
      client = domain.settings().client().flatMap(ClientCertificate::read).or(this::inFolders);
      clientSought = true;
    }
    return client;
  }

  private Optional<ClientCertificate> inFolders() {
    return domain.folders().stream()
        .map(ClientCertificate::find)
        .flatMap(Optional::stream)
        .findFirst();
  }
}
