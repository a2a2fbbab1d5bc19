package dev.digester.registry;

import static dev.digester.registry.Manifests.error;
import static dev.digester.registry.Manifests.manifest;
import static dev.digester.registry.ScriptedServer.reply;
import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.credentials.Answer;
import dev.digester.credentials.Credential;
import dev.digester.registry.ManifestAnswer.Manifest;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TokenTest {
  private static final Credential USER = new Credential.Basic("user", "p@ss:word");

  private final TokenRegistry registry = new TokenRegistry();
  private final Client client = new Client();

  @AfterEach
  void close() {
    registry.close();
  }

  @Test
  void a_stranger_gets_a_token_after_the_manifests_own_401() {
    assertThat(client.ask(registry.host() + "/public/a:v1")).isInstanceOf(Manifest.class);
    assertThat(registry.server().lines())
        .containsExactly(
            "HEAD /v2/public/a/manifests/v1",
            "GET /token?x=y&service=the+registry&scope=repository%3Apublic%2Fa%3Apull",
            "HEAD /v2/public/a/manifests/v1");
  }

  @Test
  void later_repositories_fetch_their_token_without_a_401() {
    client.ask(registry.host() + "/public/a:v1");
    client.ask(registry.host() + "/public/b:v1");
    assertThat(registry.server().lines().subList(3, 5))
        .containsExactly(
            "GET /token?x=y&service=the+registry&scope=repository%3Apublic%2Fb%3Apull",
            "HEAD /v2/public/b/manifests/v1");
    assertThat(registry.server().requests()).hasSize(5);
  }

  @Test
  void tags_of_a_repository_share_its_token() {
    client.ask(registry.host() + "/public/a:v1");
    client.ask(registry.host() + "/public/a:v2");
    assertThat(registry.server().lines())
        .hasSize(4)
        .last()
        .isEqualTo("HEAD /v2/public/a/manifests/v2");
  }

  @Test
  void a_hundred_repositories_at_once_meet_one_401() throws InterruptedException {
    var threads =
        IntStream.range(0, 100)
            .mapToObj(
                i -> Thread.ofVirtual().start(() -> client.ask(registry.host() + "/public/r" + i)))
            .toList();
    for (var thread : threads) {
      thread.join();
    }
    assertThat(registry.server().requests()).hasSize(201);
  }

  @Test
  void a_user_is_asked_for_only_after_a_stranger_was_refused() {
    client.with(USER);
    assertThat(client.ask(registry.host() + "/private/a:v1")).isInstanceOf(Manifest.class);
    assertThat(registry.server().lines())
        .containsExactly(
            "HEAD /v2/private/a/manifests/v1",
            "GET /token?x=y&service=the+registry&scope=repository%3Aprivate%2Fa%3Apull",
            "HEAD /v2/private/a/manifests/v1",
            "GET /token?x=y&service=the+registry&scope=repository%3Aprivate%2Fa%3Apull&account=user",
            "HEAD /v2/private/a/manifests/v1");
  }

  @Test
  void a_user_who_was_let_in_once_is_shown_first_in_later_repositories() {
    client.with(USER);
    client.ask(registry.host() + "/private/a:v1");
    client.ask(registry.host() + "/private/b:v1");
    assertThat(registry.server().requests()).hasSize(7);
    assertThat(registry.server().lines().get(5)).endsWith("&account=user");
  }

  @Test
  void a_refresh_token_goes_to_the_service_by_post() {
    client.with(new Credential.IdentityToken("r/t"));
    assertThat(client.ask(registry.host() + "/private/a:v1")).isInstanceOf(Manifest.class);
    var post = registry.server().requests().get(3);
    assertThat(post.line()).isEqualTo("POST /token?x=y");
    assertThat(post.header("content-type")).isEqualTo("application/x-www-form-urlencoded");
    assertThat(post.body())
        .isEqualTo(
            "grant_type=refresh_token&client_id=digester&service=the+registry"
                + "&scope=repository%3Aprivate%2Fa%3Apull&refresh_token=r%2Ft");
  }

  @Test
  void a_registry_token_is_shown_as_it_is() {
    client.with(new Credential.RegistryToken("all-77"));
    assertThat(client.ask(registry.host() + "/private/a:v1")).isInstanceOf(Manifest.class);
  }

  @Test
  void credentials_that_are_refused_are_named_by_their_source() {
    var expected =
        registry.host()
            + " wants credentials for private/a (401), or has no such repository: the credentials of"
            + " the test's source were not accepted";
    for (var wrong :
        List.of(
            new Credential.Basic("user", "wrong"),
            new Credential.IdentityToken("old"),
            new Credential.RegistryToken("nothing-1"))) {
      assertThat(new Client().with(wrong).failure(registry.host() + "/private/a:v1"))
          .isEqualTo(expected);
    }
  }

  @Test
  void where_credentials_were_looked_for_is_said_when_there_are_none() {
    assertThat(client.failure(registry.host() + "/private/a:v1"))
        .endsWith("no credentials were found in /home/me/.docker/config.json");
    var broken = new Answer.None(List.of(), Optional.of("docker-credential-x is not installed"));
    assertThat(new Client().with((h, r) -> broken).failure(registry.host() + "/private/a:v1"))
        .endsWith("docker-credential-x is not installed; no credentials were found");
  }

  @Test
  void a_token_that_expired_is_fetched_anew_beforehand() {
    client.ask(registry.host() + "/public/a:v1");
    client.time.sleep(java.time.Duration.ofSeconds(296));
    client.ask(registry.host() + "/public/a:v2");
    assertThat(registry.server().lines()).hasSize(5);
    assertThat(registry.server().lines().get(3)).startsWith("GET /token");
  }

  @Test
  void a_token_without_a_usable_life_serves_a_minute() {
    for (var life : List.of("\"soon\"", "-1")) {
      registry.life(life);
      var fresh = new Client();
      fresh.ask(registry.host() + "/public/a:v1");
      fresh.time.sleep(java.time.Duration.ofSeconds(54));
      var before = registry.server().requests().size();
      fresh.ask(registry.host() + "/public/a:v2");
      assertThat(registry.server().requests()).hasSize(before + 1);
    }
  }

  @Test
  void a_token_that_the_registry_no_longer_takes_leads_to_the_user() {
    client.with(USER);
    client.ask(registry.host() + "/public/a:v1");
    registry.revokeAll();
    assertThat(client.ask(registry.host() + "/public/a:v2")).isInstanceOf(Manifest.class);
    assertThat(registry.server().lines().get(4)).endsWith("&account=user");
  }

  @Test
  void an_image_that_is_not_there_is_not_there_for_the_user_either() {
    client.with(new Credential.Basic("user", "wrong"));
    assertThat(client.failure(registry.host() + "/public/a:nope")).contains("has no tag nope");
  }

  @Test
  void a_registry_that_denies_strangers_lets_the_user_in() {
    try (var server =
        ScriptedServer.start(r -> {
          if (r.path().startsWith("/token")) {
            return reply(
                200, "{\"token\":\"" + (r.header("authorization").isEmpty() ? "a" : "u") + "\"}");
          }
          return switch (r.header("authorization")) {
            case "Bearer u" -> manifest();
            case "Bearer a" -> error(403, "DENIED");
            default ->
                error(401, "UNAUTHORIZED")
                    .with(
                        "WWW-Authenticate",
                        "Bearer realm=\"http://" + r.header("host") + "/token\"");
          };
        })) {
      assertThat(new Client().with(USER).ask(server.host() + "/a:v1")).isInstanceOf(Manifest.class);
      assertThat(new Client().failure(server.host() + "/a:v1"))
          .contains("denies access to a (403): no credentials were found");
    }
  }

  @Test
  void a_token_service_that_fails_is_named() {
    try (var service = ScriptedServer.start(_ -> reply(200, "{}"));
        var server = ScriptedServer.start(_ -> challenged("http://" + service.host() + "/token"))) {
      assertThat(client.failure(server.host() + "/a:v1"))
          .isEqualTo(
              "the token service "
                  + service.host()
                  + " gave no usable answer: its answer holds no token");
    }
    try (var service = ScriptedServer.start(_ -> error(500, "OOPS"));
        var server = ScriptedServer.start(_ -> challenged("http://" + service.host() + "/token"))) {
      assertThat(client.failure(server.host() + "/a:v1"))
          .isEqualTo("the token service " + service.host() + " gave no usable answer: 500 OOPS");
    }
    try (var service = ScriptedServer.start(_ -> reply(302).with("Location", "/x"));
        var server = ScriptedServer.start(_ -> challenged("http://" + service.host() + "/token"))) {
      assertThat(client.with(new Credential.IdentityToken("t")).failure(server.host() + "/a:v1"))
          .contains("redirects where no one may follow");
    }
  }

  @Test
  void a_token_service_that_others_can_listen_to_is_not_asked() {
    try (var server = ScriptedServer.start(_ -> challenged("http://token.example/token"))) {
      assertThat(client.with(USER).failure(server.host() + "/a:v1"))
          .contains("its token service is not asked, because it is not reached by https");
    }
    try (var server = ScriptedServer.start(_ -> challenged("ftp://127.0.0.1/token"))) {
      assertThat(client.failure(server.host() + "/a:v1")).contains("not reached by https");
    }
  }

  @Test
  void a_challenge_that_cannot_be_answered_is_said() {
    try (var server = ScriptedServer.start(_ -> reply(401).with("WWW-Authenticate", "Negotiate"))) {
      assertThat(client.failure(server.host() + "/a:v1")).endsWith("it does not say how to log in");
    }
  }

  private static ScriptedServer.Reply challenged(String realm) {
    return reply(401).with("WWW-Authenticate", "Bearer realm=\"" + realm + "\",service=\"s\"");
  }
}
