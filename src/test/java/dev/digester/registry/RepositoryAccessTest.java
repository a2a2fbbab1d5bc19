package dev.digester.registry;

import static dev.digester.registry.Manifests.error;
import static dev.digester.registry.Manifests.manifest;
import static dev.digester.registry.ScriptedServer.reply;
import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.credentials.Answer;
import dev.digester.credentials.Credential;
import dev.digester.credentials.Keychain;
import dev.digester.registry.ManifestAnswer.Manifest;
import dev.digester.registry.ScriptedServer.Reply;
import dev.digester.registry.ScriptedServer.Script;
import dev.digester.registry.ScriptedServer.Seen;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryAccessTest {
  private static final String PROOF = "Basic dXNlcjpwQHNzOndvcmQ=";
  private static final Credential USER = new Credential.Basic("user", "p@ss:word");
  private static final Reply BASIC = reply(401).with("WWW-Authenticate", "Basic realm=\"x\"");

  private final Client client = new Client();

  private static Reply bearer(Seen request, String path, String more) {
    return reply(401)
        .with(
            "WWW-Authenticate",
            "Bearer realm=\"http://%s%s\"%s".formatted(request.header("host"), path, more));
  }

  private static long pings(ScriptedServer server) {
    return server.lines().stream().filter(line -> line.equals("GET /v2/")).count();
  }

  /** registries/09: only {@code /v2/} says how to log in. */
  private static Script hiding(Reply told, Reply ping) {
    return r -> {
      if (r.path().equals("/v2/")) {
        return ping;
      }
      return r.header("authorization").equals(PROOF) ? manifest() : told;
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 404})
  void an_image_that_is_hidden_from_strangers_is_found_with_credentials(int status) {
    try (var server = ScriptedServer.start(hiding(error(status, "NAME_UNKNOWN"), BASIC))) {
      client.with(USER);
      assertThat(client.ask(server.host() + "/a:v1")).isInstanceOf(Manifest.class);
      assertThat(client.ask(server.host() + "/b:v1")).isInstanceOf(Manifest.class);
      assertThat(server.lines())
          .containsExactly(
              "HEAD /v2/a/manifests/v1",
              "GET /v2/",
              "HEAD /v2/a/manifests/v1",
              "HEAD /v2/b/manifests/v1");
    }
  }

  @Test
  void a_refusal_that_does_not_say_how_to_log_in_leads_to_the_ping_too() {
    try (var server = ScriptedServer.start(hiding(reply(401), BASIC))) {
      assertThat(client.with(USER).ask(server.host() + "/a:v1")).isInstanceOf(Manifest.class);
    }
  }

  @Test
  void a_token_service_that_only_the_ping_names_is_asked() {
    Script script =
        r -> {
          if (r.path().startsWith("/token")) {
            var user = r.header("authorization").equals(PROOF);
            return reply(200, "{\"token\":\"" + (user ? "u" : "a") + "\"}");
          }
          if (r.path().equals("/v2/")) {
            return bearer(r, "/token", ",scope=\"repository:user/image:pull\"");
          }
          return r.header("authorization").equals("Bearer u")
              ? manifest()
              : error(404, "NAME_UNKNOWN");
        };
    try (var server = ScriptedServer.start(script)) {
      assertThat(client.with(USER).ask(server.host() + "/a:v1")).isInstanceOf(Manifest.class);
      assertThat(server.lines())
          .contains("GET /token?scope=repository%3Aa%3Apull&account=user")
          .noneMatch(line -> line.contains("image"));
    }
  }

  @Test
  void each_host_is_pinged_once_in_a_run_whoever_asks() {
    try (var server = ScriptedServer.start(hiding(error(404, "NAME_UNKNOWN"), reply(200, "{}")))) {
      client.with(USER);
      for (var i = 0; i < 3; i++) {
        assertThat(client.failure(server.host() + "/a" + i + ":v1")).contains("has no repository");
      }
      Keychain another = (_, _) -> new Answer.Found(USER, "another source");
      var query = new ManifestQuery(server.host(), "b", "v1", List.of());
      var deadline = Deadline.after(java.time.Duration.ofMinutes(1), client.time);
      assertThat(client.get().with(another).lookUp(query, new Patience(deadline, true)))
          .isInstanceOf(RegistryFailure.UnknownRepository.class);
      assertThat(pings(server)).isEqualTo(1);
    }
  }

  @Test
  void strangers_without_credentials_do_not_ping() {
    try (var server = ScriptedServer.start(hiding(error(404, "NAME_UNKNOWN"), BASIC))) {
      assertThat(client.failure(server.host() + "/a:v1")).contains("has no repository a");
      assertThat(pings(server)).isZero();
    }
  }

  @Test
  void credentials_that_were_not_sent_are_not_said_to_be_refused() {
    try (var server = ScriptedServer.start(hiding(error(403, "DENIED"), reply(200, "{}")))) {
      assertThat(client.with(USER).failure(server.host() + "/a:v1"))
          .isEqualTo(
              server.host()
                  + " denies access to a (403): the credentials of the test's source were not sent:"
                  + " it does not say how to log in");
      assertThat(server.requests()).noneMatch(r -> r.headers().containsKey("authorization"));
    }
  }

  @Test
  void credentials_that_a_broken_token_service_kept_from_being_sent_are_told_with_it() {
    Script script =
        r -> {
          if (r.path().startsWith("/token")) {
            return reply(200, r.header("authorization").isEmpty() ? "{\"token\":\"a\"}" : "{}");
          }
          return r.header("authorization").isEmpty()
              ? bearer(r, "/token", "")
              : error(403, "DENIED");
        };
    try (var server = ScriptedServer.start(script)) {
      assertThat(client.with(USER).failure(server.host() + "/a:v1"))
          .contains(
              "denies access to a (403): the credentials of the test's source were not sent: the"
                  + " token service "
                  + server.host()
                  + " gave no usable answer");
    }
  }

  @Test
  void credentials_that_a_token_service_refused_are_said_to_be_refused() {
    Script script =
        r -> {
          if (r.path().startsWith("/token")) {
            return r.header("authorization").isEmpty()
                ? reply(200, "{\"token\":\"a\"}")
                : reply(401);
          }
          return r.header("authorization").isEmpty()
              ? bearer(r, "/token", "")
              : error(403, "DENIED");
        };
    try (var server = ScriptedServer.start(script)) {
      assertThat(client.with(USER).failure(server.host() + "/a:v1"))
          .contains("denies access to a (403): the credentials of the test's source were not acc");
    }
  }

  /** registries/12. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://H/token",
        "HTTP://H/token",
        "http://me:SECRET@H/token",
        "http://H/to ken",
        "http://H",
        "http://H/token#x",
        "http://H/token?a=b|c",
        "/token",
        "//H/token"
      })
  void a_token_service_is_found_as_other_clients_find_it(String realm) {
    Script script =
        r -> {
          if (!r.path().startsWith("/v2/")) {
            return reply(200, "{\"token\":\"t\"}");
          }
          var address = realm.replaceFirst("H(?=/|$)", r.header("host"));
          return r.header("authorization").equals("Bearer t")
              ? manifest()
              : reply(401).with("WWW-Authenticate", "Bearer realm=\"" + address + "\"");
        };
    try (var server = ScriptedServer.start(script)) {
      assertThat(client.ask(server.host() + "/a:v1")).isInstanceOf(Manifest.class);
      assertThat(server.requests()).noneMatch(r -> r.headers().containsValue("SECRET"));
    }
  }

  @Test
  void a_token_service_whose_address_cannot_be_asked_is_told() {
    var odd = "Bearer realm=\"https://my_auth.example/token?secret\"";
    try (var server = ScriptedServer.start(_ -> reply(401).with("WWW-Authenticate", odd))) {
      assertThat(client.with(USER).failure(server.host() + "/a:v1"))
          .endsWith(
              "gave no usable answer: the address of its token service cannot be asked:"
                  + " my_auth.example has a _, which the name of a host cannot have");
    }
  }

  /** registries/16: a token service for each team. */
  private static Script byTeam(boolean isPrivate) {
    return r -> {
      var parts = r.path().split("/", -1);
      if (r.path().contains("/token")) {
        return isPrivate && !r.header("authorization").equals(PROOF)
            ? reply(401)
            : reply(200, "{\"token\":\"for-" + parts[1] + "\"}");
      }
      var team = parts[2];
      return r.header("authorization").equals("Bearer for-" + team)
          ? manifest()
          : bearer(r, "/" + team + "/token", ",service=\"" + team + "\"");
    };
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_host_may_have_a_token_service_for_each_path(boolean isPrivate) {
    try (var server = ScriptedServer.start(byTeam(isPrivate))) {
      client.with(USER);
      var images =
          IntStream.range(0, 9).mapToObj(i -> server.host() + "/team" + i % 3 + "/app" + i + ":v1");
      assertThat(images.map(client::ask))
          .hasSize(9)
          .allSatisfy(answer -> assertThat(answer).isInstanceOf(Manifest.class));
    }
  }

  @Test
  void with_several_token_services_that_of_the_nearest_path_is_asked_first() {
    try (var server = ScriptedServer.start(byTeam(false))) {
      client.ask(server.host() + "/one/a:v1");
      client.ask(server.host() + "/two/a:v1");
      var before = server.requests().size();
      client.ask(server.host() + "/one/b:v1");
      assertThat(server.lines().subList(before, server.lines().size()))
          .containsExactly(
              "GET /one/token?service=one&scope=repository%3Aone%2Fb%3Apull",
              "HEAD /v2/one/b/manifests/v1");
    }
  }

  @Test
  void a_path_may_want_basic_and_another_a_token() {
    Script script =
        r -> {
          if (r.path().startsWith("/token")) {
            return reply(200, "{\"token\":\"t\"}");
          }
          var good = r.path().startsWith("/v2/basic/") ? PROOF : "Bearer t";
          return r.header("authorization").equals(good)
              ? manifest()
              : r.path().startsWith("/v2/basic/") ? BASIC : bearer(r, "/token", "");
        };
    try (var server = ScriptedServer.start(script)) {
      client.with(USER);
      for (var image : List.of("/basic/a:v1", "/token/a:v1", "/basic/b:v1", "/token/b:v1")) {
        assertThat(client.ask(server.host() + image)).as(image).isInstanceOf(Manifest.class);
      }
    }
  }

  /** Artifactory knows a repository by the name that it has within. */
  @Test
  void a_scope_that_does_not_name_the_repository_is_sent_beside_ours() {
    Script script =
        r -> {
          if (r.path().startsWith("/token")) {
            return reply(200, "{\"token\":\"" + scopes(r) + "\"}");
          }
          var inner = r.path().replaceAll("^/v2/local/|/manifests/.*$", "");
          return r.header("authorization").contains("repository:" + inner + ":pull")
              ? manifest()
              : bearer(r, "/token", ",scope=\"repository:" + inner + ":pull\"");
        };
    try (var server = ScriptedServer.start(script)) {
      assertThat(client.ask(server.host() + "/local/test/a:v1")).isInstanceOf(Manifest.class);
      assertThat(server.lines())
          .contains(
              "GET /token?scope=repository%3Alocal%2Ftest%2Fa%3Apull&scope=repository%3Atest%2Fa%3Apull");
      assertThat(client.ask(server.host() + "/local/test/b:v1")).isInstanceOf(Manifest.class);
      assertThat(server.lines())
          .as("what one image wanted is not asked for another")
          .noneMatch(line -> line.contains("%2Fb%3A") && line.contains("%2Fa%3A"));
    }
  }

  private static String scopes(Seen request) {
    return java.net.URLDecoder.decode(request.path(), java.nio.charset.StandardCharsets.UTF_8)
        .replaceAll("^.*?\\?", "");
  }

  @Test
  void a_refresh_token_is_sent_with_all_scopes_in_one_field() {
    Script script =
        r -> {
          if (r.path().startsWith("/token")) {
            return r.method().equals("POST") ? reply(200, "{\"access_token\":\"t\"}") : reply(401);
          }
          return r.header("authorization").equals("Bearer t")
              ? manifest()
              : bearer(r, "/token", ",scope=\"repository:inner/a:pull\"");
        };
    try (var server = ScriptedServer.start(script)) {
      client.with(new Credential.IdentityToken("r"));
      assertThat(client.ask(server.host() + "/a:v1")).isInstanceOf(Manifest.class);
      assertThat(server.requests().stream().map(Seen::body).filter(b -> !b.isEmpty()))
          .containsExactly(
              "grant_type=refresh_token&client_id=digester"
                  + "&scope=repository%3Aa%3Apull+repository%3Ainner%2Fa%3Apull&refresh_token=r");
    }
  }

  @Test
  void several_scopes_that_name_the_repository_are_sent_as_they_are() {
    Script script =
        r -> {
          if (r.path().startsWith("/token")) {
            return reply(200, "{\"token\":\"t\"}");
          }
          return r.header("authorization").equals("Bearer t")
              ? manifest()
              : bearer(r, "/token", ",scope=\"repository:a:pull repository:b:pull\"");
        };
    try (var server = ScriptedServer.start(script)) {
      assertThat(client.ask(server.host() + "/a:v1")).isInstanceOf(Manifest.class);
      assertThat(server.lines())
          .contains("GET /token?scope=repository%3Aa%3Apull+repository%3Ab%3Apull");
    }
  }

  @Test
  void credentials_are_asked_for_the_repository_that_they_are_for() {
    Keychain one =
        (_, repository) ->
            repository.equals("a")
                ? new Answer.Found(USER, "the source of a")
                : new Answer.None(List.of(), Optional.empty());
    try (var server = ScriptedServer.start(hiding(error(404, "NAME_UNKNOWN"), BASIC))) {
      client.with(one);
      assertThat(client.ask(server.host() + "/a:v1")).isInstanceOf(Manifest.class);
      assertThat(client.failure(server.host() + "/b:v1")).contains("has no repository b");
    }
  }
}
