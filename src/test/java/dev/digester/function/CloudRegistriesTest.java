package dev.digester.function;

import static dev.digester.registry.Manifests.error;
import static dev.digester.registry.Manifests.manifest;
import static dev.digester.registry.ScriptedServer.reply;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.registry.FarServer;
import dev.digester.registry.ScriptedServer;
import dev.digester.registry.ScriptedServer.Reply;
import dev.digester.registry.ScriptedServer.Seen;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs against private registries of clouds, whose servers are on loopback. */
class CloudRegistriesTest {
  @TempDir Path folder;
  private final Map<String, String> environment = new TreeMap<>();

  private FunctionCall.Answer run(FarServer far, String... images) {
    environment.putAll(far.environment(folder));
    StringBuilder list =
        new StringBuilder("apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n");
    for (String image : images) {
      list.append("- {apiVersion: v1, kind: Pod, metadata: {name: web}, ")
          .append("spec: {containers: [{name: web, image: \"%s\"}]}}\n".formatted(image));
    }
    FunctionCall.Answer answer = new FunctionCall(environment, folder).run(list.toString());
    assertThat(answer.all()).doesNotContain("s3cr3t");
    return answer;
  }

  private static String basic(String pair) {
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
  }

  /** Wants a user name and a password, as Amazon's and Google's registries do. */
  private static Reply guarded(Seen request, String pair) {
    return request.header("authorization").equals(basic(pair))
        ? manifest()
        : error(401, "UNAUTHORIZED").with("WWW-Authenticate", "Basic realm=\"cloud\"");
  }

  @Test
  void a_machine_of_google_opens_artifact_registry_with_one_token() {
    String token = "{\"access_token\": \"s3cr3t-ya29\", \"expires_in\": 3599}";
    try (var metadata = ScriptedServer.start(_ -> reply(200, token));
        var far = FarServer.start(seen -> guarded(seen, "oauth2accesstoken:s3cr3t-ya29"))) {
      environment.put("GCE_METADATA_HOST", metadata.host());
      run(far, "eu-docker.pkg.dev/p/r/a:v1", "us-docker.pkg.dev/p/r/b:v1").succeeded();
      assertThat(metadata.lines()).hasSize(1);
    }
  }

  @Test
  void keys_of_amazon_open_their_registry() {
    String answer =
        "{\"authorizationData\": [{\"authorizationToken\": \"%s\"}]}"
            .formatted(basic("AWS:s3cr3t-login").substring("Basic ".length()));
    try (var far =
        FarServer.start(seen ->
            seen.header("host").startsWith("api.ecr.")
                ? reply(200, answer)
                : guarded(seen, "AWS:s3cr3t-login"))) {
      environment.put("AWS_ACCESS_KEY_ID", "AKIAs3cr3t");
      environment.put("AWS_SECRET_ACCESS_KEY", "s3cr3t");
      run(far, "123456789012.dkr.ecr.eu-west-1.amazonaws.com/app:v1").succeeded();
    }
  }

  /** Entra ID, and a registry that exchanges its tokens. */
  private static Reply azure(Seen request) {
    return switch (request.method() + " " + request.path().replaceFirst("\\?.*", "")) {
      case "POST /t/oauth2/v2.0/token" -> reply(200, "{\"access_token\": \"s3cr3t-entra\"}");
      case "POST /oauth2/exchange" ->
          request.body().startsWith("access_token=s3cr3t-entra&")
              ? reply(200, "{\"refresh_token\": \"s3cr3t-refresh\"}")
              : reply(401);
      case "POST /oauth2/token" ->
          request.body().endsWith("&refresh_token=s3cr3t-refresh")
              ? reply(200, "{\"access_token\": \"s3cr3t-access\"}")
              : reply(401);
      case "HEAD /v2/app/manifests/v1" ->
          request.header("authorization").equals("Bearer s3cr3t-access")
              ? manifest()
              : error(401, "UNAUTHORIZED")
                  .with(
                      "WWW-Authenticate",
                      "Bearer realm=\"https://shop.azurecr.io/oauth2/token\","
                          + "service=\"shop.azurecr.io\",scope=\"repository:app:pull\"");
      default -> reply(401);
    };
  }

  @Test
  void an_application_of_azure_opens_its_registry() {
    try (var far = FarServer.start(CloudRegistriesTest::azure)) {
      environment.put("AZURE_TENANT_ID", "t");
      environment.put("AZURE_CLIENT_ID", "s3cr3t-client");
      environment.put("AZURE_CLIENT_SECRET", "s3cr3t");
      run(far, "shop.azurecr.io/app:v1").succeeded();
    }
  }

  @Test
  void a_login_that_fails_is_told_with_the_image() {
    try (var far = FarServer.start(seen -> guarded(seen, "nobody:s3cr3t"))) {
      environment.put("GOOGLE_APPLICATION_CREDENTIALS", "/nowhere/key.json");
      FunctionCall.Answer answer = run(far, "eu-docker.pkg.dev/p/r/a:v1");
      assertThat(answer.exit()).isEqualTo(1);
      assertThat(answer.err())
          .contains(
              "cannot pin eu-docker.pkg.dev/p/r/a:v1",
              "/nowhere/key.json of GOOGLE_APPLICATION_CREDENTIALS cannot be read");
    }
  }

  @Test
  void whoever_is_let_in_as_a_stranger_asks_no_cloud() {
    try (var metadata = ScriptedServer.start(_ -> reply(500));
        var far = FarServer.start(_ -> manifest())) {
      environment.put("GCE_METADATA_HOST", metadata.host());
      run(far, "eu-docker.pkg.dev/p/r/a:v1").succeeded();
      assertThat(metadata.lines()).isEmpty();
    }
  }
}
