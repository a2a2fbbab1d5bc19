package dev.digester.cloud;

import dev.digester.credentials.UserEnvironment;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Access tokens of Microsoft Entra ID, in the order of Azure's SDKs: a client secret, the token
 * file of a workload identity, both by the variables of the SDKs, then the machine's managed
 * identity.
 */
final class EntraTokens {

  /**
   * Whom the tokens are for; every registry takes it, while some refuse tokens for Azure itself.
   */
  private static final String AUDIENCE = "https://containerregistry.azure.net";

  /**
   * The metadata server (<a
   * href="https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token#get-a-token-using-http">IMDS</a>).
   */
  private static final String METADATA = "http://169.254.169.254";

  private static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

  private final UserEnvironment environment;
  private final CloudHttp http;

  EntraTokens(UserEnvironment environment, CloudHttp http) {
    this.environment = environment;
    this.http = http;
  }

  /** What came of it. */
  sealed interface Outcome {}

  /** A token, and what it was got with. */
  record Got(String token, String how) implements Outcome {
    @Override
    public String toString() {
      return "Got[hidden]";
    }
  }

  /** No one here has an identity. */
  record Nothing(String note) implements Outcome {}

  /** Someone should have one. */
  record Failed(String problem) implements Outcome {}

  /** What the variables lead to. */
  private sealed interface Way {
    record Secret(String tenant, String client, String secret) implements Way {}

    record Workload(String tenant, String client, Path file) implements Way {}

    record Managed() implements Way {}
  }

  private Way way() {
    Optional<String> tenant = environment.variable("AZURE_TENANT_ID");
    Optional<String> client = environment.variable("AZURE_CLIENT_ID");
    Optional<String> secret = environment.variable("AZURE_CLIENT_SECRET");
    Optional<String> file = environment.variable("AZURE_FEDERATED_TOKEN_FILE");
    if (tenant.isPresent() && client.isPresent()) {
      if (secret.isPresent()) {
        return new Way.Secret(tenant.get(), client.get(), secret.get());
      }
      if (file.isPresent()) {
        return new Way.Workload(tenant.get(), client.get(), Path.of(file.get()));
      }
    }
    return new Way.Managed();
  }

  String plan(AzureRegion region) {
    return switch (way()) {
      case Way.Secret _ -> "would show AZURE_CLIENT_SECRET to " + Addresses.shown(login(region));
      case Way.Workload(_, _, Path file) ->
          "would show the token %s of AZURE_FEDERATED_TOKEN_FILE to %s"
              .formatted(file, Addresses.shown(login(region)));
      case Way.Managed _ -> "would ask the metadata server " + Addresses.shown(metadata());
    };
  }

  Outcome get(AzureRegion region) {
    return switch (way()) {
      case Way.Secret(String tenant, String client, String secret) ->
          post(
              new Login(login(region), tenant, client),
              Map.of("client_secret", secret),
              "token of AZURE_CLIENT_SECRET");
      case Way.Workload(String tenant, String client, Path file) ->
          TextFile.read(file)
              .map(token ->
                  post(
                      new Login(login(region), tenant, client),
                      Map.of("client_assertion", token.strip(), "client_assertion_type", ASSERTION),
                      "token of AZURE_FEDERATED_TOKEN_FILE"))
              .orElseGet(() -> new Failed(file + " of AZURE_FEDERATED_TOKEN_FILE cannot be read"));
      case Way.Managed _ -> managed();
    };
  }

  /** Who logs in where. */
  private record Login(String authority, String tenant, String client) {
    Optional<URI> uri() {
      return tenant.matches("[A-Za-z0-9.-]+")
          ? Addresses.service(
              authority.replaceFirst("/$", "") + "/" + tenant + "/oauth2/v2.0/token")
          : Optional.empty();
    }
  }

  private Outcome post(Login login, Map<String, String> proof, String how) {
    Optional<URI> uri = login.uri();
    if (uri.isEmpty()) {
      return new Failed(
          "AZURE_AUTHORITY_HOST is not a https address, or AZURE_TENANT_ID no tenant's name");
    }
    Map<String, String> fields = new TreeMap<>(proof);
    fields.put("grant_type", "client_credentials");
    fields.put("client_id", login.client());
    fields.put("scope", AUDIENCE + "/.default");
    Ask ask = Ask.form(uri.get(), fields);
    return outcome(http.send(ask, CloudHttp.SERVICE), how, ask.toString());
  }

  private Outcome managed() {
    Map<String, String> fields = new TreeMap<>();
    fields.put("api-version", "2018-02-01");
    fields.put("resource", AUDIENCE);
    environment.variable("AZURE_CLIENT_ID").ifPresent(id -> fields.put("client_id", id));
    Optional<URI> server =
        Addresses.metadata(
            metadata().replaceFirst("/$", "")
                + "/metadata/identity/oauth2/token?"
                + Ask.query(fields));
    if (server.isEmpty()) {
      return new Failed("AZURE_POD_IDENTITY_AUTHORITY_HOST is not an http address");
    }
    Ask ask = Ask.get(server.get(), Map.of("Metadata", "true"));
    Reply reply = http.send(ask, CloudHttp.METADATA);
    if (reply instanceof Reply.Silence) {
      return new Nothing("no identity in AZURE_* variables, and no metadata server at " + ask);
    }
    return outcome(reply, "token of the managed identity", "the metadata server " + ask);
  }

  private static Outcome outcome(Reply reply, String how, String who) {
    return reply
        .object()
        .flatMap(answer -> Fields.text(answer, "access_token"))
        .<Outcome>map(token -> new Got(token, how))
        .orElseGet(() -> new Failed("no %s: %s %s".formatted(how, who, reply.problem())));
  }

  private String login(AzureRegion region) {
    return environment.variable("AZURE_AUTHORITY_HOST").orElse(region.login());
  }

  private String metadata() {
    return environment.variable("AZURE_POD_IDENTITY_AUTHORITY_HOST").orElse(METADATA);
  }
}
