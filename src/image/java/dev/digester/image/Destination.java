package dev.digester.image;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.Credential;
import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.RegistryImage;
import dev.digester.cloud.Clouds;
import dev.digester.credentials.Answer;
import dev.digester.credentials.CredentialSources;
import dev.digester.credentials.UserEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The registry that an image is pushed to, with the credentials that digester itself would use.
 *
 * @param image {@code HOST/REPOSITORY:TAG}
 * @param ca a file of PEM certificates to trust beside the JDK's; empty for none
 */
record Destination(ImageReference image, String ca) {
  /** The user name by which jib-core knows that a password is an identity token. */
  private static final String IDENTITY_TOKEN_USER = "<token>";

  String repository() {
    return image.getRegistry() + "/" + image.getRepository();
  }

  Containerizer containerizer() throws IOException, GeneralSecurityException {
    if (!ca.isEmpty()) {
      trust();
    }
    if (isLoopback()) {
      System.setProperty("sendCredentialsOverHttp", "true");
    }
    RegistryImage target = RegistryImage.named(image).addCredentialRetriever(this::credential);
    return Containerizer.to(target).setAllowInsecureRegistries(isLoopback() && ca.isEmpty());
  }

  private boolean isLoopback() {
    String host = image.getRegistry().replaceFirst(":\\d+$", "");
    return host.equals("localhost") || host.matches("127(\\.\\d+){3}");
  }

  private Optional<Credential> credential() {
    Optional<Path> home = Optional.ofNullable(System.getenv("HOME")).map(Path::of);
    UserEnvironment user = new UserEnvironment(System.getenv(), home, OptionalLong.empty());
    CredentialSources sources = CredentialSources.of(user, Clouds.of(user, InstantSource.system()));
    return switch (sources.resolve(image.getRegistry(), image.getRepository())) {
      case Answer.Found(var found, _) -> Optional.of(credential(found));
      case Answer.None _ -> Optional.empty();
    };
  }

  private static Credential credential(dev.digester.credentials.Credential found) {
    return switch (found) {
      case dev.digester.credentials.Credential.Basic(String user, String password) ->
          Credential.from(user, password);
      case dev.digester.credentials.Credential.IdentityToken(String token) ->
          Credential.from(IDENTITY_TOKEN_USER, token);
      case dev.digester.credentials.Credential.RegistryToken _ ->
          throw new IllegalArgumentException(
              "a registry token cannot push: log in with a user name and a password");
    };
  }

  /** Through the JDK's own setting, since jib-core has none. */
  private void trust() throws IOException, GeneralSecurityException {
    Path roots = Path.of(System.getProperty("java.home"), "lib", "security", "cacerts");
    KeyStore all = KeyStore.getInstance(roots.toFile(), (char[]) null);
    try (InputStream in = Files.newInputStream(Path.of(ca))) {
      int number = 0;
      for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        all.setCertificateEntry("image.ca-" + number++, one);
      }
    }
    Path store = Files.createTempFile("image-ca", ".p12");
    store.toFile().deleteOnExit();
    char[] noSecret = "changeit".toCharArray();
    try (var out = Files.newOutputStream(store)) {
      all.store(out, noSecret);
    }
    System.setProperty("javax.net.ssl.trustStore", store.toString());
    System.setProperty("javax.net.ssl.trustStorePassword", new String(noSecret));
  }
}
