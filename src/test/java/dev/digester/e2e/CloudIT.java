package dev.digester.e2e;

import static dev.digester.registry.Manifests.error;
import static dev.digester.registry.Manifests.manifest;
import static dev.digester.registry.ScriptedServer.reply;
import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.registry.FarServer;
import dev.digester.registry.ScriptedServer.Reply;
import dev.digester.registry.ScriptedServer.Seen;
import dev.digester.registry.TestCertificates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program logs in to the registries of clouds, whose servers are on loopback. */
class CloudIT {
  @TempDir private Path folder;

  private static Command with(Command command, Map<String, String> variables) {
    Command more = command;
    for (Map.Entry<String, String> variable : variables.entrySet()) {
      more = more.env(variable.getKey(), variable.getValue());
    }
    return more;
  }

  private static Reply guarded(Seen request, String user) {
    return request.header("authorization").equals("Basic " + Secrets.base64(user + ":s3cr3t"))
        ? manifest()
        : error(401, "UNAUTHORIZED").with("WWW-Authenticate", "Basic realm=\"cloud\"");
  }

  @Test
  void a_key_of_google_is_signed_with() throws IOException {
    String key = TestCertificates.pem("PRIVATE KEY", TestCertificates.shared().key("rsa"));
    Path file =
        Files.writeString(
            folder.resolve("key.json"),
            "{\"type\": \"service_account\", \"client_email\": \"us3r\", \"private_key\": \"%s\"}"
                .formatted(key.replace("\n", "\\n")));
    try (FarServer google =
        FarServer.start(seen ->
            seen.header("host").equals("oauth2.googleapis.com")
                ? reply(200, "{\"access_token\": \"s3cr3t\"}")
                : guarded(seen, "oauth2accesstoken"))) {
      with(ProgramUnderTest.command(), google.environment(folder))
          .env("GOOGLE_APPLICATION_CREDENTIALS", file.toString())
          .run(Lists.ofPods("eu-docker.pkg.dev/p/r/a:v1", "us-docker.pkg.dev/p/r/b:v1"))
          .orFail();
      assertThat(google.lines())
          .containsOnlyOnce("POST oauth2.googleapis.com/token")
          .hasSizeLessThanOrEqualTo(5);
    }
  }

  @Test
  void keys_of_amazon_sign_a_request() {
    String token =
        "{\"authorizationData\": [{\"authorizationToken\": \"%s\"}]}"
            .formatted(Secrets.base64("AWS:s3cr3t"));
    try (FarServer amazon =
        FarServer.start(seen ->
            seen.header("host").startsWith("api.ecr.")
                ? reply(200, token)
                : guarded(seen, "AWS"))) {
      with(ProgramUnderTest.command(), amazon.environment(folder))
          .env("AWS_ACCESS_KEY_ID", "us3r")
          .env("AWS_SECRET_ACCESS_KEY", "s3cr3t")
          .run(Lists.ofPods("123456789012.dkr.ecr.eu-west-1.amazonaws.com/a:v1"))
          .orFail();
    }
  }

  /** Entra ID, the exchange of its tokens, and the registry with its token service. */
  private static Reply azure(Seen request) {
    if (request.path().startsWith("/v2/")) {
      return request.header("authorization").equals("Bearer s3cr3t-of-registry")
          ? manifest()
          : error(401, "UNAUTHORIZED")
              .with(
                  "WWW-Authenticate",
                  "Bearer realm=\"https://shop.azurecr.io/oauth2/token\",service=\"shop\"");
    }
    return switch (request.method() + " " + request.path()) {
      case "POST /us3r/oauth2/v2.0/token" -> reply(200, "{\"access_token\": \"s3cr3t-of-entra\"}");
      case "POST /oauth2/exchange" -> reply(200, "{\"refresh_token\": \"s3cr3t-to-refresh\"}");
      case "POST /oauth2/token" -> reply(200, "{\"access_token\": \"s3cr3t-of-registry\"}");
      default -> reply(401);
    };
  }

  @Test
  void an_application_of_azure_exchanges_its_token() {
    try (FarServer azure = FarServer.start(CloudIT::azure)) {
      with(ProgramUnderTest.command(), azure.environment(folder))
          .env("AZURE_TENANT_ID", "us3r")
          .env("AZURE_CLIENT_ID", "us3r")
          .env("AZURE_CLIENT_SECRET", "s3cr3t")
          .run(Lists.ofPods("shop.azurecr.io/a:v1"))
          .orFail();
      assertThat(azure.lines()).contains("POST shop.azurecr.io/oauth2/exchange");
    }
  }
}
