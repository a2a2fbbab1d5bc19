package dev.digester.registry;

import static dev.digester.registry.Manifests.manifest;
import static dev.digester.registry.ScriptedServer.reply;
import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.credentials.Credential;
import dev.digester.registry.ManifestAnswer.Manifest;
import dev.digester.registry.ScriptedServer.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectTest {
  private final Client client = new Client().with(new Credential.Basic("u", "p"));

  private static Reply to(String location) {
    return reply(307).with("Location", location);
  }

  private static Reply challenge() {
    return reply(401).with("WWW-Authenticate", "Basic realm=\"r\"");
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void are_followed_on_the_host_with_credentials(int status) {
    try (var server =
        ScriptedServer.start(r -> {
          if (r.header("authorization").isEmpty()) {
            return challenge();
          }
          return r.path().equals("/there") ? manifest() : reply(status).with("Location", "/there");
        })) {
      assertThat(client.ask(server.host() + "/a:v1")).isInstanceOf(Manifest.class);
      assertThat(server.lines()).last().isEqualTo("HEAD /there");
    }
  }

  @Test
  void are_followed_to_another_host_without_credentials() {
    try (var other = ScriptedServer.start(_ -> manifest());
        var server =
            ScriptedServer.start(r ->
                r.header("authorization").isEmpty()
                    ? challenge()
                    : to("http://" + other.host() + "/there"))) {
      assertThat(client.ask(server.host() + "/a:v1")).isInstanceOf(Manifest.class);
      assertThat(other.requests().getFirst().headers()).doesNotContainKey("authorization");
    }
  }

  @Test
  void a_host_that_cannot_be_reached_is_named_with_the_one_that_redirects_to_it() {
    var gone = ScriptedServer.start(_ -> manifest());
    gone.close();
    try (var server = ScriptedServer.start(_ -> to("http://u:p@" + gone.host() + "/there?key=1"))) {
      assertThat(client.failure(server.host() + "/a:v1"))
          .startsWith("127.0.0.1, to which " + server.host() + " redirects, cannot be reached")
          .doesNotContain("u:p", "key");
    }
  }

  @Test
  void the_challenge_of_another_host_is_not_answered() {
    try (var other = ScriptedServer.start(_ -> challenge());
        var server = ScriptedServer.start(_ -> to("http://" + other.host() + "/there"))) {
      assertThat(client.failure(server.host() + "/a:v1")).contains("does not say how to log in");
      assertThat(other.requests()).hasSize(1);
    }
  }

  @Test
  void never_lead_from_https_to_http() {
    var certificates = TestCertificates.shared();
    try (var other = ScriptedServer.start(_ -> manifest());
        var server =
            ScriptedServer.start(
                certificates.server("server"), false, _ -> to("http://" + other.host() + "/"))) {
      client.trusting(server.host(), certificates.pem("ca"));
      assertThat(client.failure(server.host() + "/a:v1"))
          .endsWith("no one may follow, from https to http");
      assertThat(other.requests()).isEmpty();
    }
  }

  @Test
  void end_somewhere() {
    try (var server = ScriptedServer.start(_ -> to("/again"))) {
      assertThat(client.failure(server.host() + "/a:v1"))
          .contains("redirects where no one may follow");
      assertThat(server.requests()).hasSize(6);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://x/", "http:///x", "a b", "mailto:x"})
  void to_nowhere_are_refused(String location) {
    try (var server = ScriptedServer.start(_ -> to(location))) {
      assertThat(client.failure(server.host() + "/a:v1"))
          .contains("redirects where no one may follow");
    }
  }

  /** registries/12. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://H/b?fn=a b",
        "http://H/b?sig=a|b",
        "http://H/b?cd=attachment; filename=\"x\"",
        "http://H/b[1]",
        "http://H/b%2Fc?x=%2F%20",
        "http://H/b?x=100%",
        "http://H/b?n=\u00fc",
        "http://H/b?x#f",
        "http://H",
        "//H/b",
        "HTTP://H/b"
      })
  void are_followed_where_other_clients_follow(String location) {
    try (var other = ScriptedServer.start(_ -> manifest());
        var server =
            ScriptedServer.start(_ ->
                to(location.replace("H/", other.host() + "/").replaceFirst("H$", other.host())))) {
      assertThat(client.ask(server.host() + "/a:v1")).isInstanceOf(Manifest.class);
      assertThat(other.requests()).hasSize(1);
    }
  }

  @Test
  void to_a_host_that_cannot_be_asked_say_which() {
    try (var server = ScriptedServer.start(_ -> to("https://my_bucket.example/b?sig=secret"))) {
      assertThat(client.failure(server.host() + "/a:v1"))
          .endsWith(
              "it redirects where no one may follow, my_bucket.example has a _, which the name of a"
                  + " host cannot have");
    }
  }

  @Test
  void without_a_place_are_answers() {
    try (var server = ScriptedServer.start(_ -> reply(302))) {
      assertThat(client.failure(server.host() + "/a:v1")).endsWith("no usable answer: 302");
    }
  }
}
