package dev.digester.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * The CAs that this machine trusts: {@code SSL_CERT_FILE} and {@code SSL_CERT_DIR} if one is set,
 * else the system's bundle, else the JDK's. Read when the first certificate is checked.
 */
final class TrustAnchors {
  private final Map<String, String> environment;
  private final TrustPlaces places;
  private @Nullable List<X509Certificate> system;

  TrustAnchors(Map<String, String> environment, TrustPlaces places) {
    this.environment = environment;
    this.places = places;
  }

  TrustPlaces places() {
    return places;
  }

  /**
   * A trust manager for the machine's CAs and some more.
   *
   * @throws TrustException if files that were named cannot be used
   */
  synchronized X509ExtendedTrustManager with(Collection<X509Certificate> more)
      throws TrustException {
    var all = new ArrayList<>(system());
    all.addAll(more);
    if (all.isEmpty()) {
      throw new TrustException("SSL_CERT_DIR holds no certificate, so no authority is known here");
    }
    try {
      var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store(all));
      return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
    } catch (GeneralSecurityException | IOException e) {
      throw new TrustException("the certificates to trust cannot be loaded");
    }
  }

  private static KeyStore store(List<X509Certificate> certificates)
      throws GeneralSecurityException, IOException {
    var store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    for (var i = 0; i < certificates.size(); i++) {
      store.setCertificateEntry(Integer.toString(i), certificates.get(i));
    }
    return store;
  }

  private List<X509Certificate> system() throws TrustException {
    var known = system;
    if (known == null) {
      known = load();
      system = known;
    }
    return known;
  }

  private List<X509Certificate> load() throws TrustException {
    var file = variable("SSL_CERT_FILE");
    var folders = variable("SSL_CERT_DIR");
    if (file.isEmpty() && folders.isEmpty()) {
      return bundled();
    }
    var found = new ArrayList<X509Certificate>();
    if (file.isPresent()) {
      found.addAll(required(Path.of(file.get()), "SSL_CERT_FILE"));
    }
    for (var folder : folders.map(f -> f.split(":")).orElse(new String[0])) {
      found.addAll(inFolder(Path.of(folder), ""));
    }
    return found;
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }

  private List<X509Certificate> bundled() throws TrustException {
    var bundle = places.bundles().stream().filter(Files::isReadable).findFirst();
    return bundle.isPresent() ? required(bundle.get(), "the system's bundle") : ofJdk();
  }

  private static List<X509Certificate> ofJdk() throws TrustException {
    try {
      var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init((KeyStore) null);
      return List.of(((X509TrustManager) factory.getTrustManagers()[0]).getAcceptedIssuers());
    } catch (GeneralSecurityException e) {
      throw new TrustException("the certificates that Java trusts cannot be loaded");
    }
  }

  /**
   * The certificates of a file that someone named.
   *
   * @param setting what named it
   */
  static List<X509Certificate> required(Path file, String setting) throws TrustException {
    var text = read(file);
    if (text.isEmpty()) {
      throw new TrustException("%s (%s) cannot be read".formatted(setting, file));
    }
    return required(text.get(), "%s (%s)".formatted(setting, file));
  }

  /**
   * The certificates of a text that someone gave.
   *
   * @param setting what holds it
   */
  static List<X509Certificate> required(String text, String setting) throws TrustException {
    var certificates = Pem.certificates(text);
    if (certificates.isEmpty()) {
      throw new TrustException(setting + " holds no certificate");
    }
    return certificates;
  }

  /** The certificates of all files of a directory, as far as they can be read. */
  static List<X509Certificate> inFolder(Path folder, String suffix) {
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(suffix))
          .sorted()
          .map(TrustAnchors::read)
          .flatMap(Optional::stream)
          .flatMap(text -> Pem.certificates(text).stream())
          .distinct()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  static Optional<String> read(Path file) {
    try {
      return Files.isRegularFile(file)
          ? Optional.of(new String(Files.readAllBytes(file), UTF_8))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
