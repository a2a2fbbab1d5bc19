package dev.digester.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;

/** Authorities beside the JDK's, through the JDK's own setting, since jib-core has none. */
final class TrustedAuthorities {
  /** What a store of public certificates is locked with, by custom. */
  private static final String NO_SECRET = "changeit";

  private TrustedAuthorities() {}

  /**
   * From now on the process trusts the CAs of a PEM file as well.
   *
   * @throws IOException with the file in its message, if it holds no certificates
   */
  static void add(Path pem) throws IOException {
    try {
      KeyStore all = KeyStore.getInstance(jdkStore().toFile(), (char[]) null);
      int number = 0;
      for (Certificate one : certificates(pem)) {
        all.setCertificateEntry("image.ca-" + number++, one);
      }
      Path store = Files.createTempFile("image-ca", ".p12");
      store.toFile().deleteOnExit();
      try (OutputStream out = Files.newOutputStream(store)) {
        all.store(out, NO_SECRET.toCharArray());
      }
      System.setProperty("javax.net.ssl.trustStore", store.toString());
      System.setProperty("javax.net.ssl.trustStorePassword", NO_SECRET);
    } catch (GeneralSecurityException e) {
      throw new IOException(pem + " (image.ca) is not a file of PEM certificates", e);
    }
  }

  static Path jdkStore() {
    return Path.of(System.getProperty("java.home"), "lib", "security", "cacerts");
  }

  private static Iterable<? extends Certificate> certificates(Path pem)
      throws IOException, GeneralSecurityException {
    if (!Files.isReadable(pem)) {
      throw new IOException(pem + " (image.ca) cannot be read");
    }
    try (InputStream in = Files.newInputStream(pem)) {
      return CertificateFactory.getInstance("X.509").generateCertificates(in);
    }
  }
}
