package dev.digester.cloud;

import dev.digester.document.Mapping;
import dev.digester.document.read.JsonReader;
import dev.digester.document.text.DocumentException;
import dev.digester.document.text.SourceText;
import java.net.URI;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A key file of Google Cloud. Its records hold secrets and show none. */
sealed interface GoogleKey {

  /**
   * Cannot be used.
   *
   * @param reason to follow the file's name; quotes nothing of it
   */
  record Unusable(String reason) implements GoogleKey {}

  /** Can be exchanged for an access token. */
  sealed interface Usable extends GoogleKey {
    /** The request that does it. */
    Ask ask(Instant now);
  }

  /** A person's, as {@code gcloud auth application-default login} writes it: a refresh token. */
  record OfUser(URI service, Map<String, String> form) implements Usable {
    @Override
    public Ask ask(Instant now) {
      return Ask.form(service, form);
    }

    @Override
    public String toString() {
      return "OfUser[hidden]";
    }
  }

  /** A service account's: a private key (RFC 7523). */
  record OfServiceAccount(URI service, SignedToken token, PrivateKey key) implements Usable {
    private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    @Override
    public Ask ask(Instant now) {
      return Ask.form(service, Map.of("grant_type", GRANT, "assertion", token.sign(key, now)));
    }

    @Override
    public String toString() {
      return "OfServiceAccount[hidden]";
    }
  }

  /** Where tokens are got when the file does not say. */
  String TOKEN_SERVICE = "https://oauth2.googleapis.com/token";

  /** Reads a file. */
  static GoogleKey read(Path file) {
    Optional<String> text = TextFile.read(file);
    if (text.isEmpty()) {
      return new Unusable("cannot be read");
    }
    try {
      return new JsonReader().read(SourceText.of(text.get())).roots().getFirst()
              instanceof Mapping object
          ? of(object)
          : new Unusable("is not a JSON object");
    } catch (DocumentException e) {
      // The reason may quote the file.
      return new Unusable("is not JSON: line %d is wrong".formatted(e.line()));
    }
  }

  private static GoogleKey of(Mapping object) {
    Optional<URI> service =
        Addresses.service(Fields.text(object, "token_uri").orElse(TOKEN_SERVICE));
    if (service.isEmpty()) {
      return new Unusable("has a token_uri that is not a https address");
    }
    return switch (Fields.text(object, "type").orElse("")) {
      case "authorized_user" -> ofUser(object, service.get());
      case "service_account" -> ofServiceAccount(object, service.get());
      default ->
          new Unusable(
              "is of a type that digester cannot use: it takes authorized_user and service_account;"
                  + " docker-credential-gcloud takes the others");
    };
  }

  private static GoogleKey ofUser(Mapping object, URI service) {
    Optional<String> id = Fields.text(object, "client_id");
    Optional<String> secret = Fields.text(object, "client_secret");
    Optional<String> refresh = Fields.text(object, "refresh_token");
    if (id.isEmpty() || secret.isEmpty() || refresh.isEmpty()) {
      return new Unusable("lacks client_id, client_secret or refresh_token");
    }
    return new OfUser(
        service,
        Map.of(
            "grant_type", "refresh_token",
            "client_id", id.get(),
            "client_secret", secret.get(),
            "refresh_token", refresh.get()));
  }

  private static GoogleKey ofServiceAccount(Mapping object, URI service) {
    Optional<String> account = Fields.text(object, "client_email");
    Optional<PrivateKey> key = Fields.text(object, "private_key").flatMap(SignedToken::privateKey);
    if (account.isEmpty() || key.isEmpty()) {
      return new Unusable("lacks client_email, or a private_key that is an RSA key in PEM");
    }
    SignedToken token =
        new SignedToken(
            Fields.text(object, "private_key_id").orElse(""), account.get(), service.toString());
    return new OfServiceAccount(service, token, key.get());
  }
}
