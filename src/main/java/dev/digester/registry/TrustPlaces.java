package dev.digester.registry;

import java.nio.file.Path;
import java.util.List;

/**
 * Where the system keeps certificates.
 *
 * @param bundles files of trusted CAs; the first that exists counts
 * @param certsDirs directories with a directory for each registry, in Docker's layout
 */
record TrustPlaces(List<Path> bundles, List<Path> certsDirs) {

  static final TrustPlaces SYSTEM =
      new TrustPlaces(
          List.of(
              // Debian, Ubuntu, Alpine, Gentoo
              Path.of("/etc/ssl/certs/ca-certificates.crt"),
              // Red Hat, Fedora
              Path.of("/etc/pki/tls/certs/ca-bundle.crt"),
              Path.of("/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem"),
              // SUSE
              Path.of("/etc/ssl/ca-bundle.pem"),
              // older Alpine, macOS
              Path.of("/etc/ssl/cert.pem")),
          List.of(Path.of("/etc/containers/certs.d"), Path.of("/etc/docker/certs.d")));
}
