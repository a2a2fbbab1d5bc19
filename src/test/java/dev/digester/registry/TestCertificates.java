package dev.digester.registry;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A private authority with certificates for loopback servers and for clients, made by the JDK's
 * keytool once for all tests of a run.
 */
public final class TestCertificates {
  private static final String PASSWORD = "changeit";

  /** Names of clouds that some tests take over. */
  private static final String CLOUDS =
      "dns:*.pkg.dev,dns:*.azurecr.io,dns:*.ecr.eu-west-1.amazonaws.com,dns:*.dkr.ecr.eu-west-1.amazonaws.com,"
          + "dns:*.eu-west-1.amazonaws.com,dns:oauth2.googleapis.com,dns:login.microsoftonline.com,dns:ghcr.io";

  private static final TestCertificates SHARED = new TestCertificates();

  private final KeyStore store;

  private TestCertificates() {
    try {
      var folder = Files.createTempDirectory("digester-certificates");
      var file = folder.resolve("store.p12");
      key(file, "ca", "-ext", "bc:c");
      key(file, "server", "-signer", "ca", "-ext", "san=dns:localhost,ip:127.0.0.1,ip:::1");
      key(file, "other", "-signer", "ca", "-ext", "san=dns:other.example");
      key(
          file,
          "expired",
          "-signer",
          "ca",
          "-startdate",
          "-10d",
          "-validity",
          "1",
          "-ext",
          "san=ip:127.0.0.1");
      key(file, "clouds", "-signer", "ca", "-ext", "san=" + CLOUDS);
      key(file, "client", "-signer", "ca");
      key(file, "rsa", "-keyalg", "RSA", "-signer", "ca");
      store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
      Files.delete(file);
      Files.delete(folder);
    } catch (IOException | GeneralSecurityException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  public static TestCertificates shared() {
    return SHARED;
  }

  private static void key(Path file, String alias, String... options)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    // Short runs: little compiling, a simple collector.
    command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC"));
    command.addAll(List.of("-genkeypair", "-alias", alias, "-dname", "CN=" + alias));
    command.addAll(List.of("-keystore", file.toString(), "-storepass", PASSWORD));
    if (!List.of(options).contains("RSA")) {
      command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1"));
    }
    command.addAll(List.of(options));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var output = new String(process.getInputStream().readAllBytes(), US_ASCII);
    if (process.waitFor() != 0) {
      throw new AssertionError(output);
    }
  }

  /** A server's side, with one of the certificates; clients are judged by the authority. */
  public SSLContext server(String alias) {
    try {
      var own = KeyStore.getInstance("PKCS12");
      own.load(null, null);
      var password = PASSWORD.toCharArray();
      own.setKeyEntry(
          alias, store.getKey(alias, password), password, store.getCertificateChain(alias));
      var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(own, password);
      var trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry("ca", store.getCertificate("ca"));
      var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      var context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new AssertionError(e);
    }
  }

  public X509Certificate certificate(String alias) {
    try {
      return (X509Certificate) store.getCertificate(alias);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** A certificate as PEM text. */
  public String pem(String alias) {
    try {
      return pem("CERTIFICATE", certificate(alias).getEncoded());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** A private key in PKCS #8. */
  public byte[] key(String alias) {
    try {
      return store.getKey(alias, PASSWORD.toCharArray()).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  public static String pem(String label, byte[] der) {
    var base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, base64, label);
  }
}
