package dev.digester.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A certificate authority that no one trusts yet, a server certificate of it for the loopback
 * names, and a self-signed RSA certificate that signs registry tokens. Made by the JDK's keytool.
 */
final class TestCa {
  private static final char[] PASSWORD = "only-for-tests".toCharArray();

  private final Path folder;
  private final KeyStore keys;

  private TestCa(Path folder, KeyStore keys) {
    this.folder = folder;
    this.keys = keys;
  }

  static TestCa in(Path folder) {
    Path store = folder.resolve("keys.p12");
    ec(store, "ca", "CN=loopback CA", "-ext", "bc:c=ca:true", "-ext", "ku:c=keyCertSign,cRLSign");
    ec(
        store,
        "server",
        "CN=localhost",
        "-signer",
        "ca",
        "-ext",
        "san=dns:localhost,ip:127.0.0.1,ip:127.0.0.2",
        "-ext",
        "eku=serverAuth");
    keytool(store, "token", "CN=token signer", "-keyalg", "RSA", "-keysize", "2048");
    return new TestCa(folder, load(store));
  }

  /** PEM of the authority's certificate only: what a client has to trust. */
  Path caFile() {
    return write("ca.pem", pem("CERTIFICATE", encoded("ca")));
  }

  /** PEM of the server's certificate. */
  Path serverCertificate() {
    return write("server.pem", pem("CERTIFICATE", encoded("server")));
  }

  /** PEM (PKCS 8) of the server's private key. */
  Path serverKey() {
    return write("server.key", pem("PRIVATE KEY", key("server").getEncoded()));
  }

  /** PEM of the certificate whose key signs tokens. */
  Path tokenCertificate() {
    return write("token.pem", pem("CERTIFICATE", encoded("token")));
  }

  /** The certificate whose key signs tokens, DER. */
  byte[] tokenCertificateDer() {
    return encoded("token");
  }

  PrivateKey tokenKey() {
    return key("token");
  }

  private PrivateKey key(String alias) {
    try {
      return (PrivateKey) keys.getKey(alias, PASSWORD);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] encoded(String alias) {
    try {
      return ((X509Certificate) keys.getCertificate(alias)).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Path write(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(String label, byte[] der) {
    return "-----BEGIN "
        + label
        + "-----\n"
        + Base64.getMimeEncoder().encodeToString(der)
        + "\n-----END "
        + label
        + "-----\n";
  }

  private static void ec(Path store, String alias, String name, String... options) {
    List<String> all = new ArrayList<>(List.of("-keyalg", "EC", "-groupname", "secp256r1"));
    all.addAll(List.of(options));
    keytool(store, alias, name, all.toArray(String[]::new));
  }

  private static void keytool(Path store, String alias, String name, String... options) {
    Command.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString())
        .with("-genkeypair", "-alias", alias, "-dname", name, "-validity", "825")
        .with("-keystore", store.toString(), "-storetype", "PKCS12")
        .with("-storepass", new String(PASSWORD))
        .with(options)
        .run()
        .orFail();
  }

  private static KeyStore load(Path store) {
    try (InputStream in = Files.newInputStream(store)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, PASSWORD);
      return keys;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
