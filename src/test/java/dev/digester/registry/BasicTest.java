package dev.digester.registry;

import static dev.digester.registry.Manifests.manifest;
import static dev.digester.registry.ScriptedServer.reply;
import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.credentials.Credential;
import dev.digester.registry.ManifestAnswer.Manifest;
import dev.digester.registry.ScriptedServer.Reply;
import dev.digester.registry.ScriptedServer.Seen;
import java.util.List;
import org.junit.jupiter.api.Test;

class BasicTest {
  /** {@code user:p@ss:word}. */
  private static final String PROOF = "Basic dXNlcjpwQHNzOndvcmQ=";

  private static final Credential USER = new Credential.Basic("user", "p@ss:word");

  private static Reply answer(Seen request) {
    return request.header("authorization").equals(PROOF)
        ? manifest()
        : reply(401).with("WWW-Authenticate", "Basic realm=\"r\"");
  }

  @Test
  void the_user_is_shown_after_a_401_and_from_then_on_at_once() {
    var client = new Client().with(USER);
    try (var server = ScriptedServer.start(BasicTest::answer)) {
      assertThat(client.ask(server.host() + "/a:v1")).isInstanceOf(Manifest.class);
      assertThat(client.ask(server.host() + "/b:v1")).isInstanceOf(Manifest.class);
      assertThat(server.requests().stream().map(r -> r.header("authorization")))
          .containsExactly("", PROOF, PROOF);
    }
  }

  @Test
  void without_credentials_the_refusal_stands() {
    try (var server = ScriptedServer.start(BasicTest::answer)) {
      var client = new Client();
      assertThat(client.failure(server.host() + "/a:v1")).contains("no credentials were found in");
      assertThat(client.failure(server.host() + "/b:v1")).contains("no credentials were found in");
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void wrong_credentials_are_not_shown_twice() {
    try (var server = ScriptedServer.start(BasicTest::answer)) {
      var client = new Client().with(new Credential.Basic("user", "wrong"));
      assertThat(client.failure(server.host() + "/a:v1"))
          .contains("the credentials of the test's source");
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void a_registry_token_serves_and_a_refresh_token_does_not() {
    try (var server =
        ScriptedServer.start(
            r -> r.header("authorization").equals("Bearer t") ? manifest() : answer(r))) {
      assertThat(new Client().with(new Credential.RegistryToken("t")).ask(server.host() + "/a:v1"))
          .isInstanceOf(Manifest.class);
      assertThat(
              new Client().with(new Credential.IdentityToken("t")).failure(server.host() + "/a:v1"))
          .contains("wants a user name and a password");
    }
  }

  @Test
  void what_a_user_may_not_see_is_denied() {
    try (var server =
        ScriptedServer.start(r ->
            r.header("authorization").isEmpty() ? answer(r) : Manifests.error(403, "DENIED"))) {
      assertThat(new Client().with(USER).failure(server.host() + "/a:v1"))
          .isEqualTo(
              server.host()
                  + " denies access to a (403): the credentials of the test's source were not accepted");
    }
  }

  @Test
  void clients_for_other_credentials_share_connections_and_know_nothing_of_each_other() {
    try (var server = ScriptedServer.start(BasicTest::answer)) {
      var client = new Client().with(USER);
      client.ask(server.host() + "/a:v1");
      var stranger = client.get().with(Client.NOBODY);
      var query = new ManifestQuery(server.host(), "a", "v1", List.of());
      var patience =
          new Patience(Deadline.after(java.time.Duration.ofMinutes(1), client.time), true);
      assertThat(stranger.lookUp(query, patience)).isInstanceOf(RegistryFailure.Unauthorised.class);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void no_text_form_shows_a_secret() {
    var shown =
        List.of(
            Authorization.basic(new Credential.Basic("user", "p@ss:word"), "s"),
            new TokenAnswer.Granted("secret", java.time.Instant.MAX),
            Request.post(java.net.URI.create("https://h/p?q=secret"), "secret"),
            new NetworkSettings("1", java.util.Map.of("HTTP_PROXY", "secret")));
    assertThat(shown.toString()).doesNotContain("secret", "user", "dXNlcj");
  }
}
