package dev.digester.cloud;

import static dev.digester.registry.ScriptedServer.reply;
import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.registry.FarServer;
import dev.digester.registry.ScriptedServer;
import dev.digester.registry.ScriptedServer.Reply;
import dev.digester.registry.ScriptedServer.Seen;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Identities of Entra ID, against servers that speak the documented protocols. */
class AzureCloudTest {
  private static final String HOST = "shop.azurecr.io";
  private static final String SCOPE = "&scope=https%3A%2F%2Fcontainerregistry.azure.net%2F.default";

  @TempDir Path home;
  private CloudUser user;
  private final FarServer azure = FarServer.start(AzureCloudTest::answer);

  @BeforeEach
  void make() {
    user = new CloudUser(home).with(azure.environment(home));
  }

  @AfterEach
  void close() {
    azure.close();
  }

  /** What Entra ID and a registry answer far away. */
  private static Reply answer(Seen request) {
    boolean isExchange =
        request.path().equals("/oauth2/exchange")
            && request
                .body()
                .equals(
                    "access_token=ey.acc3ss&grant_type=access_token&service="
                        + request.header("host"));
    if (isExchange) {
      return reply(200, "{\"refresh_token\": \"r3fr3sh\"}");
    }
    return request.path().equals("/t3nant/oauth2/v2.0/token")
        ? reply(200, "{\"token_type\": \"Bearer\", \"access_token\": \"ey.acc3ss\"}")
        : reply(401, "{\"error\": \"s3cr3t\"}");
  }

  private CloudUser application() {
    return user.with("AZURE_TENANT_ID", "t3nant").with("AZURE_CLIENT_ID", "cl13nt");
  }

  @Test
  void a_client_secret_is_exchanged_for_a_refresh_token_of_the_registry() {
    application().with("AZURE_CLIENT_SECRET", "s3cr3t");
    assertThat(user.login(HOST)).isEqualTo("r3fr3sh from Azure (token of AZURE_CLIENT_SECRET)");
    assertThat(azure.lines())
        .containsExactly(
            "POST login.microsoftonline.com/t3nant/oauth2/v2.0/token",
            "POST shop.azurecr.io/oauth2/exchange");
    assertThat(azure.requests().getFirst().body())
        .isEqualTo("client_id=cl13nt&client_secret=s3cr3t&grant_type=client_credentials" + SCOPE);
  }

  @Test
  void a_workload_identity_shows_the_token_of_its_file() {
    String file = user.file("token", "ey.w0rkl0ad\n").toString();
    assertThat(application().with("AZURE_FEDERATED_TOKEN_FILE", file).login(HOST))
        .isEqualTo("r3fr3sh from Azure (token of AZURE_FEDERATED_TOKEN_FILE)");
    assertThat(azure.requests().getFirst().body())
        .isEqualTo(
            "client_assertion=ey.w0rkl0ad&client_assertion_type=urn%3Aietf%3Aparams%3Aoauth"
                + "%3Aclient-assertion-type%3Ajwt-bearer&client_id=cl13nt"
                + "&grant_type=client_credentials"
                + SCOPE);
    assertThat(user.with("AZURE_FEDERATED_TOKEN_FILE", "/nowhere").login(HOST))
        .contains("/nowhere of AZURE_FEDERATED_TOKEN_FILE cannot be read");
  }

  @Test
  void a_managed_identity_is_asked_of_the_metadata_server() {
    try (var metadata =
        ScriptedServer.start(_ -> reply(200, "{\"access_token\": \"ey.acc3ss\"}"))) {
      user.with("AZURE_POD_IDENTITY_AUTHORITY_HOST", "http://" + metadata.host());
      user.with("AZURE_CLIENT_ID", "cl13nt");
      assertThat(user.login(HOST)).isEqualTo("r3fr3sh from Azure (token of the managed identity)");
      assertThat(metadata.lines())
          .containsExactly(
              "GET /metadata/identity/oauth2/token?api-version=2018-02-01&client_id=cl13nt"
                  + "&resource=https%3A%2F%2Fcontainerregistry.azure.net");
      assertThat(metadata.requests().getFirst().header("metadata")).isEqualTo("true");
    }
  }

  @Test
  void each_registry_has_an_exchange_of_its_own() {
    var sources = application().with("AZURE_CLIENT_SECRET", "s3cr3t").sources();
    for (String host : new String[] {HOST, "other.azurecr.io", HOST}) {
      assertThat(CloudUser.words(sources.resolve(host, "a"))).startsWith("r3fr3sh");
    }
    assertThat(azure.lines())
        .filteredOn(line -> line.endsWith("/oauth2/exchange"))
        .containsExactly(
            "POST shop.azurecr.io/oauth2/exchange", "POST other.azurecr.io/oauth2/exchange");
  }

  @Test
  void a_machine_elsewhere_is_nobody() {
    try (var silent = ScriptedServer.start(_ -> new Reply.Stall())) {
      user.with("AZURE_POD_IDENTITY_AUTHORITY_HOST", "http://" + silent.host());
      assertThat(user.login(HOST))
          .isEqualTo(
              "no one: Azure (no identity in AZURE_* variables, and no metadata server at %s)"
                  .formatted(silent.host()));
    }
  }

  @Test
  void refusals_are_problems_that_repeat_nothing() {
    application().with("AZURE_CLIENT_SECRET", "s3cr3t").with("AZURE_TENANT_ID", "wr0ng");
    assertThat(user.login(HOST))
        .endsWith("no token of AZURE_CLIENT_SECRET: login.microsoftonline.com answered 401")
        .doesNotContain("s3cr3t", "cl13nt", "wr0ng");
    assertThat(user.with("AZURE_TENANT_ID", "../x").login(HOST)).contains("no tenant's name");
    user.with("AZURE_TENANT_ID", "t3nant").with("AZURE_AUTHORITY_HOST", "http://evil.example");
    assertThat(user.login(HOST)).contains("AZURE_AUTHORITY_HOST is not a https address");
  }

  @Test
  void a_server_that_no_one_certifies_gets_nothing() {
    application().with("AZURE_CLIENT_SECRET", "s3cr3t").with("SSL_CERT_FILE", "/dev/null");
    assertThat(user.login(HOST)).contains("login.microsoftonline.com is not trusted");
    assertThat(azure.requests()).isEmpty();
  }

  @Test
  void explanations_say_what_would_be_asked_and_ask_nobody() {
    assertThat(user.explain(HOST, "Azure"))
        .contains(
            "would ask the metadata server 169.254.169.254, and would exchange what it gives");
    application();
    assertThat(user.with("AZURE_FEDERATED_TOKEN_FILE", "/t").explain("a.azurecr.us", "Azure"))
        .contains(
            "would show the token /t of AZURE_FEDERATED_TOKEN_FILE to login.microsoftonline.us");
    assertThat(user.with("AZURE_CLIENT_SECRET", "s3cr3t").explain("a.azurecr.cn", "Azure"))
        .contains("would show AZURE_CLIENT_SECRET to login.partner.microsoftonline.cn")
        .doesNotContain("s3cr3t");
    assertThat(azure.lines()).isEmpty();
  }
}
