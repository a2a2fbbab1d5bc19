package dev.digester.image;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.Credential;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.RegistryImage;
import dev.digester.cloud.Clouds;
import dev.digester.credentials.Answer;
import dev.digester.credentials.CredentialSources;
import dev.digester.credentials.UserEnvironment;
import dev.digester.reference.ImageReference;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The registry that an image is pushed to, with the credentials that digester itself would use.
 *
 * @param image {@code HOST/REPOSITORY:TAG}
 */
record Destination(ImageReference image) {
  /** The user name by which jib-core knows that a password is an identity token. */
  private static final String IDENTITY_TOKEN_USER = "<token>";

  Destination {
    if (image.digest().isPresent()) {
      throw new IllegalArgumentException(
          image.written() + " has a digest already: name HOST/REPOSITORY:TAG");
    }
  }

  static Destination parse(String written) {
    return new Destination(ImageReference.parse(written));
  }

  /** The name as it was written, without its tag. */
  String name() {
    String tag = image.tag().map(text -> ":" + text).orElse("");
    return image.written().substring(0, image.written().length() - tag.length());
  }

  Containerizer containerizer() throws InvalidImageReferenceException {
    RegistryImage target =
        RegistryImage.named(image.written()).addCredentialRetriever(this::credential);
    // To jib-core insecure also means certificates that no one has checked, hence the question.
    boolean plain = isLoopback() && speaksPlainHttp();
    if (plain) {
      System.setProperty("sendCredentialsOverHttp", "true");
    }
    return Containerizer.to(target).setAllowInsecureRegistries(plain);
  }

  private boolean isLoopback() {
    String host = image.host().replaceFirst(":\\d+$", "");
    return host.equals("localhost") || host.matches("127(\\.\\d{1,3}){3}");
  }

  /** Whether a registry answers without TLS; it says who may come in, or lets everybody in. */
  private boolean speaksPlainHttp() {
    URI root = URI.create("http://" + image.host() + "/v2/");
    try (HttpClient client = HttpClient.newHttpClient()) {
      int status =
          client.send(HttpRequest.newBuilder(root).build(), BodyHandlers.discarding()).statusCode();
      return status == HttpURLConnection.HTTP_OK || status == HttpURLConnection.HTTP_UNAUTHORIZED;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Optional<Credential> credential() {
    Optional<Path> home = Optional.ofNullable(System.getenv("HOME")).map(Path::of);
    UserEnvironment user = new UserEnvironment(System.getenv(), home, number());
    CredentialSources sources = CredentialSources.of(user, Clouds.of(user, InstantSource.system()));
    return switch (sources.resolve(image.host(), image.repository())) {
      case Answer.Found(var found, _) -> Optional.of(credential(found));
      case Answer.None _ -> Optional.empty();
    };
  }

  private static OptionalLong number() {
    try {
      Integer number = (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
      return OptionalLong.of(number);
    } catch (IOException | UnsupportedOperationException e) {
      return OptionalLong.empty();
    }
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
}
