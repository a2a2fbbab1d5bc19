package dev.digester.cloud;

import static dev.digester.registry.ScriptedServer.reply;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.registry.ScriptedServer;
import dev.digester.registry.ScriptedServer.Reply;
import dev.digester.registry.TestCertificates;
import java.net.URLDecoder;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Application default credentials, against servers that speak Google's documented protocols. */
class GoogleCloudTest {
  private static final String HOST = "europe-docker.pkg.dev";
  private static final String TOKEN = "{\"access_token\": \"ya29.s3cr3t\", \"expires_in\": 3599}";
  private static final String METADATA =
      "GET /computeMetadata/v1/instance/service-accounts/default/token";

  @TempDir Path home;
  private CloudUser user;

  @BeforeEach
  void make() {
    user = new CloudUser(home);
  }

  @Test
  void the_account_of_the_machine_is_asked_of_the_metadata_server() {
    try (var server = ScriptedServer.start(_ -> reply(200, TOKEN))) {
      assertThat(user.with("GCE_METADATA_HOST", server.host()).login(HOST))
          .isEqualTo(
              "oauth2accesstoken:ya29.s3cr3t from Google Cloud (token of the metadata server)");
      assertThat(server.lines()).containsExactly(METADATA);
      assertThat(server.requests().getFirst().header("metadata-flavor")).isEqualTo("Google");
    }
  }

  @Test
  void it_is_asked_once_in_a_run_and_for_hosts_of_google_alone() {
    try (var server = ScriptedServer.start(_ -> reply(200, TOKEN))) {
      var sources = user.with("GCE_METADATA_HOST", server.host()).sources();
      for (String other : List.of("docker.io", "pkg.dev.example", "gcr.io.example", "notgcr.io")) {
        assertThat(CloudUser.words(sources.resolve(other, "a/b"))).startsWith("no one");
      }
      assertThat(server.lines()).isEmpty();
      for (String own : List.of("gcr.io", "eu.gcr.io", HOST, "us-docker.pkg.dev")) {
        assertThat(CloudUser.words(sources.resolve(own, "a/b"))).contains("oauth2accesstoken");
      }
      assertThat(server.lines()).hasSize(1);
    }
  }

  @Test
  void a_metadata_server_that_says_nothing_costs_a_second_and_is_not_a_problem() {
    try (var server = ScriptedServer.start(_ -> new Reply.Stall())) {
      long start = System.nanoTime();
      assertThat(user.with("GCE_METADATA_HOST", server.host()).login(HOST))
          .isEqualTo(
              "no one: Google Cloud (no application default credentials, and no metadata server at %s)"
                  .formatted(server.host()));
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    }
  }

  @Test
  void a_metadata_server_that_refuses_is_a_problem() {
    try (var server = ScriptedServer.start(_ -> reply(404, "no account s3cr3t"))) {
      assertThat(user.with("GCE_METADATA_HOST", server.host()).login(HOST))
          .endsWith(
              "Google Cloud; Google Cloud: the metadata server %s answered 404"
                  .formatted(server.host()));
    }
  }

  private static String ofUser(ScriptedServer server) {
    return """
    {"type": "authorized_user", "client_id": "id", "client_secret": "c/s3cr3t",
     "refresh_token": "1//r3fr3sh", "token_uri": "http://%s/token"}
    """
        .formatted(server.host());
  }

  @Test
  void the_file_of_gcloud_is_exchanged_by_its_refresh_token() {
    try (var server = ScriptedServer.start(_ -> reply(200, TOKEN))) {
      Path file = user.file(".config/gcloud/application_default_credentials.json", ofUser(server));
      assertThat(user.login(HOST))
          .isEqualTo("oauth2accesstoken:ya29.s3cr3t from Google Cloud (token of " + file + ")");
      assertThat(server.requests().getFirst().body())
          .isEqualTo(
              "client_id=id&client_secret=c%2Fs3cr3t&grant_type=refresh_token"
                  + "&refresh_token=1%2F%2Fr3fr3sh");
    }
  }

  @Test
  void a_refusal_names_the_file_and_repeats_nothing() {
    try (var server =
        ScriptedServer.start(_ -> reply(400, "{\"error\": \"invalid_grant s3cr3t\"}"))) {
      Path file = user.file("gcloud/application_default_credentials.json", ofUser(server));
      assertThat(user.with("CLOUDSDK_CONFIG", home.resolve("gcloud").toString()).login(HOST))
          .endsWith("Google Cloud: %s for %s answered 400".formatted(server.host(), file))
          .doesNotContain("s3cr3t");
    }
  }

  @Test
  void a_service_account_signs_a_request_with_its_key() throws GeneralSecurityException {
    try (var server = ScriptedServer.start(_ -> reply(200, TOKEN))) {
      var certificates = TestCertificates.shared();
      String key =
          TestCertificates.pem("PRIVATE KEY", certificates.key("rsa")).replace("\n", "\\n");
      String json =
          """
          {"type": "service_account", "client_email": "ci@p.iam.example", "private_key_id": "k1",
           "private_key": "%s", "token_uri": "http://%s/token"}
          """
              .formatted(key, server.host());
      String file = user.file("key.json", json).toString();
      assertThat(user.with("GOOGLE_APPLICATION_CREDENTIALS", file).login(HOST))
          .endsWith("(token of %s of GOOGLE_APPLICATION_CREDENTIALS)".formatted(file));
      String body = URLDecoder.decode(server.requests().getFirst().body(), UTF_8);
      assertThat(body)
          .endsWith("&grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer")
          .startsWith("assertion=");
      String[] parts = body.substring("assertion=".length(), body.indexOf('&')).split("\\.", -1);
      assertThat(text(parts[0])).isEqualTo("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"k1\"}");
      assertThat(text(parts[1]))
          .isEqualTo(
              "{\"iss\":\"ci@p.iam.example\","
                  + "\"scope\":\"https://www.googleapis.com/auth/cloud-platform\","
                  + "\"aud\":\"http://%s/token\",\"iat\":1795521600,\"exp\":1795525200}"
                      .formatted(server.host()));
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initVerify(certificates.certificate("rsa"));
      signature.update((parts[0] + "." + parts[1]).getBytes(US_ASCII));
      assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
    }
  }

  private static String text(String base64) {
    return new String(Base64.getUrlDecoder().decode(base64), UTF_8);
  }

  @Test
  void a_file_that_cannot_be_used_is_a_problem_that_names_it() {
    String variable = "GOOGLE_APPLICATION_CREDENTIALS";
    for (var broken :
        List.of(
            List.of("{\n]", "is not JSON: line 2 is wrong"),
            List.of("[]", "is not a JSON object"),
            List.of("{\"type\": \"external_account\"}", "is of a type that digester cannot use"),
            List.of("{\"type\": \"authorized_user\"}", "lacks client_id"),
            List.of(
                "{\"type\": \"authorized_user\", \"client_id\": null, \"client_secret\": \"s\","
                    + " \"refresh_token\": \"r\"}",
                "lacks client_id"),
            List.of(
                "{\"type\": \"authorized_user\", \"client_id\": \"i\", \"client_secret\": \"s\","
                    + " \"refresh_token\": 5}",
                "lacks client_id"),
            List.of(
                "{\"type\": \"service_account\", \"client_email\": \"a\", \"private_key\": \"s3cr3t\"}",
                "lacks client_email, or a private_key"),
            List.of("{\"token_uri\": \"http://evil.example/\"}", "has a token_uri that is no"))) {
      String file = user.file("key.json", broken.getFirst()).toString();
      assertThat(user.with(variable, file).login(HOST))
          .contains("Google Cloud: %s of %s %s".formatted(file, variable, broken.getLast()))
          .doesNotContain("s3cr3t");
    }
    assertThat(user.with(variable, "/nowhere/key.json").login(HOST))
        .contains("/nowhere/key.json of GOOGLE_APPLICATION_CREDENTIALS cannot be read");
    assertThat(new CloudUser(home).with("GCE_METADATA_HOST", "a b").login(HOST))
        .contains("GCE_METADATA_HOST is not a HOST or HOST:PORT");
  }

  @Test
  void explanations_say_what_would_be_asked_and_ask_nobody() {
    try (var server = ScriptedServer.start(_ -> reply(200, TOKEN))) {
      user.with("GCE_METADATA_HOST", server.host());
      assertThat(user.explain(HOST, "Google Cloud"))
          .isEqualTo(
              """
               10. Google Cloud: would ask the metadata server %1$s
              Google Cloud, once the registry refuses strangers: would ask the metadata server %1$s\
              """
                  .formatted(server.host()));
      assertThat(user.explain("docker.io", "Google Cloud"))
          .contains("serves gcr.io, *.gcr.io and *.pkg.dev only");
      assertThat(server.lines()).isEmpty();
    }
  }
}
