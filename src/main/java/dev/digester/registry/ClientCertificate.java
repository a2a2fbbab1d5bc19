package dev.digester.registry;

import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * What digester shows to a host that wants to know its clients by certificate.
 *
 * @param chain the client's certificate first
 */
record ClientCertificate(List<X509Certificate> chain, PrivateKey key) {
  ClientCertificate {
    chain = List.copyOf(chain);
  }

  /** {@code client.cert} and {@code client.key} of a directory, if both are there and fit. */
  static Optional<ClientCertificate> find(Path folder) {
    return read(new ClientFiles(folder.resolve("client.cert"), folder.resolve("client.key")));
  }

  /** A certificate with its key, if both are there and fit. */
  static Optional<ClientCertificate> read(ClientFiles files) {
    var chain = TrustAnchors.read(files.certificate()).map(Pem::certificates).orElse(List.of());
    if (chain.isEmpty()) {
      return Optional.empty();
    }
    return TrustAnchors.read(files.key())
        .flatMap(pem -> PrivateKeys.parse(pem, chain.getFirst().getPublicKey()))
        .map(key -> new ClientCertificate(chain, key));
  }

  @Override
  public String toString() {
    return "ClientCertificate[hidden]";
  }
}
