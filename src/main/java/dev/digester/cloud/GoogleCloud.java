package dev.digester.cloud;

import dev.digester.credentials.Cloud;
import dev.digester.credentials.Credential;
import dev.digester.credentials.UserEnvironment;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Artifact Registry and Container Registry of Google Cloud, with application default credentials
 * (<a href="https://cloud.google.com/docs/authentication/application-default-credentials">how they
 * are found</a>): the file that {@code GOOGLE_APPLICATION_CREDENTIALS} names, that of gcloud, or
 * the service account of the machine. The access token is the password of a fixed user (<a
 * href="https://cloud.google.com/artifact-registry/docs/docker/authentication#token">access
 * token</a>).
 */
final class GoogleCloud implements Cloud {
  private static final String VARIABLE = "GOOGLE_APPLICATION_CREDENTIALS";
  private static final String FILE = "application_default_credentials.json";
  private static final String TOKEN_USER = "oauth2accesstoken";

  /** Its address rather than its name: looking the name up may take long where there is none. */
  private static final String METADATA = "169.254.169.254";

  private static final String TOKEN = "/computeMetadata/v1/instance/service-accounts/default/token";

  private final UserEnvironment environment;
  private final InstantSource clock;
  private final CloudHttp http;

  GoogleCloud(UserEnvironment environment, InstantSource clock, CloudHttp http) {
    this.environment = environment;
    this.clock = clock;
    this.http = http;
  }

  /** A key file and what led to it. */
  private record Found(Path file, String why) {
    @Override
    public String toString() {
      return why.isEmpty() ? file.toString() : file + " of " + why;
    }
  }

  @Override
  public String name() {
    return "Google Cloud";
  }

  @Override
  public String hosts() {
    return "gcr.io, *.gcr.io and *.pkg.dev";
  }

  @Override
  public Optional<String> realm(String host) {
    boolean own = host.equals("gcr.io") || host.endsWith(".gcr.io") || host.endsWith(".pkg.dev");
    return own ? Optional.of("google") : Optional.empty();
  }

  @Override
  public String plan(String host) {
    return file()
        .map(file -> "would get a token with " + file)
        .orElseGet(
            () -> "would ask the metadata server " + Addresses.shown("http://" + metadata()));
  }

  @Override
  public Grant ask(String host) {
    return file().map(this::withFile).orElseGet(this::fromMetadata);
  }

  private Optional<Found> file() {
    Optional<Path> gcloud =
        environment
            .variable("CLOUDSDK_CONFIG")
            .map(Path::of)
            .or(() -> environment.home().map(home -> home.resolve(".config/gcloud")));
    return environment
        .variable(VARIABLE)
        .map(file -> new Found(Path.of(file), VARIABLE))
        .or(() ->
            gcloud
                .map(folder -> folder.resolve(FILE))
                .filter(Files::exists)
                .map(file -> new Found(file, "")));
  }

  private Grant withFile(Found found) {
    return switch (GoogleKey.read(found.file())) {
      case GoogleKey.Unusable(String reason) -> new Grant.Failed(found + " " + reason);
      case GoogleKey.Usable key -> {
        Ask ask = key.ask(clock.instant());
        yield token(http.send(ask, CloudHttp.SERVICE), "token of " + found, ask + " for " + found);
      }
    };
  }

  private Grant fromMetadata() {
    Optional<URI> server = Addresses.metadata("http://" + metadata());
    if (server.isEmpty()) {
      return new Grant.Failed("GCE_METADATA_HOST is not a HOST or HOST:PORT");
    }
    Ask ask = Ask.get(server.get().resolve(TOKEN), Map.of("Metadata-Flavor", "Google"));
    Reply reply = http.send(ask, CloudHttp.METADATA);
    if (reply instanceof Reply.Silence) {
      return new Grant.Nothing(
          "no application default credentials, and no metadata server at " + ask);
    }
    return token(reply, "token of the metadata server", "the metadata server " + ask);
  }

  private static Grant token(Reply reply, String how, String who) {
    return reply
        .object()
        .flatMap(answer -> Fields.text(answer, "access_token"))
        .<Grant>map(token -> new Grant.Given(new Credential.Basic(TOKEN_USER, token), how))
        .orElseGet(() -> new Grant.Failed("%s %s".formatted(who, reply.problem())));
  }

  private String metadata() {
    return environment.variable("GCE_METADATA_HOST").orElse(METADATA);
  }
}
