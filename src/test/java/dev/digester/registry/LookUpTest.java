package dev.digester.registry;

import static dev.digester.registry.Manifests.content;
import static dev.digester.registry.Manifests.digest;
import static dev.digester.registry.Manifests.error;
import static dev.digester.registry.Manifests.manifest;
import static dev.digester.registry.ScriptedServer.reply;
import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.registry.ManifestAnswer.Manifest;
import dev.digester.registry.ScriptedServer.Script;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookUpTest {
  private static final Manifest FOUND =
      new Manifest(digest(Manifests.MANIFEST), Manifests.OCI, List.of());
  private static final String HEAD = "HEAD /v2/a/b/manifests/v1";
  private static final String GET = "GET /v2/a/b/manifests/v1";

  private final Client client = new Client();

  @Test
  void one_head_is_enough_and_there_is_no_ping() {
    try (var server = ScriptedServer.start(_ -> manifest())) {
      assertThat(client.ask(server.host() + "/a/b:v1")).isEqualTo(FOUND);
      assertThat(server.lines()).containsExactly(HEAD);
    }
  }

  @Test
  void asks_for_all_four_media_types_and_says_who_asks() {
    try (var server = ScriptedServer.start(_ -> manifest())) {
      client.ask(server.host() + "/a/b:v1");
      var request = server.requests().getFirst();
      assertThat(request.header("accept"))
          .isEqualTo(
              "application/vnd.oci.image.index.v1+json,"
                  + " application/vnd.docker.distribution.manifest.list.v2+json,"
                  + " application/vnd.oci.image.manifest.v1+json,"
                  + " application/vnd.docker.distribution.manifest.v2+json");
      assertThat(request.header("user-agent")).isEqualTo("digester/1.2.3");
      assertThat(request.headers())
          .doesNotContainKeys("authorization", "upgrade", "http2-settings");
    }
  }

  @Test
  void one_connection_serves_look_ups_that_follow_each_other() {
    try (var server = ScriptedServer.start(_ -> manifest())) {
      for (var tag : List.of("v1", "v2", "v3")) {
        client.ask(server.host() + "/a/b:" + tag);
      }
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void gets_where_the_head_has_no_usable_digest() {
    var bad =
        List.of(
            reply(405),
            reply(404),
            manifest().without("Docker-Content-Digest"),
            manifest().with("Docker-Content-Digest", "sha256:short"),
            manifest().with("Content-Type", "text/html"));
    for (var head : bad) {
      try (var server = ScriptedServer.start(r -> r.method().equals("HEAD") ? head : manifest())) {
        assertThat(client.ask(server.host() + "/a/b:v1")).as("%s", head).isEqualTo(FOUND);
        assertThat(server.lines()).containsExactly(HEAD, GET);
      }
    }
  }

  /** registries/08: some registries, and proxies before them, know no HEAD. */
  @ParameterizedTest
  @ValueSource(ints = {400, 403, 404, 405, 406, 415, 500, 501, 502})
  void a_head_that_is_refused_is_followed_by_one_get(int status) {
    try (var server =
        ScriptedServer.start(r -> r.method().equals("HEAD") ? reply(status) : manifest())) {
      assertThat(client.ask(server.host() + "/a/b:v1")).isEqualTo(FOUND);
      assertThat(server.lines()).containsExactly(HEAD, GET);
      assertThat(client.time.slept()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 406, 415, 500, 501, 502})
  void where_the_get_fails_too_its_answer_is_told(int status) {
    try (var server =
        ScriptedServer.start(
            r -> r.method().equals("HEAD") ? reply(status) : error(418, "TEAPOT"))) {
      assertThat(client.failure(server.host() + "/a/b:v1"))
          .endsWith("no usable answer: 418 TEAPOT");
      assertThat(server.lines()).containsExactly(HEAD, GET);
    }
  }

  @Test
  void computes_the_digest_where_no_header_tells_it() {
    Script script =
        r -> r.method().equals("HEAD") ? reply(405) : manifest().without("Docker-Content-Digest");
    try (var server = ScriptedServer.start(script)) {
      assertThat(client.ask(server.host() + "/a/b:v1")).isEqualTo(FOUND);
    }
  }

  @Test
  void finds_the_media_type_in_the_body_where_no_header_tells_it() {
    try (var server = ScriptedServer.start(_ -> reply(200, Manifests.MANIFEST))) {
      assertThat(client.ask(server.host() + "/a/b:v1")).isEqualTo(FOUND);
    }
    try (var server = ScriptedServer.start(_ -> reply(200, Manifests.LIST))) {
      assertThat(client.ask(server.host() + "/a/b:v1"))
          .isEqualTo(new Manifest(digest(Manifests.LIST), Manifests.INDEX, List.of()));
    }
    var named = "{\"schemaVersion\":2,\"mediaType\":\"" + Manifests.INDEX + "\"}";
    try (var server = ScriptedServer.start(_ -> reply(200, named))) {
      assertThat(client.ask(server.host() + "/a/b:v1"))
          .isEqualTo(new Manifest(digest(named), Manifests.INDEX, List.of()));
    }
  }

  @Test
  void a_body_that_does_not_match_its_digest_is_refused() {
    Script script =
        r ->
            r.method().equals("HEAD")
                ? reply(405)
                : manifest().with("Docker-Content-Digest", digest("other").toString());
    try (var server = ScriptedServer.start(script)) {
      assertThat(client.failure(server.host() + "/a/b:v1"))
          .contains(
              "sent content whose digest is " + digest(Manifests.MANIFEST),
              "not " + digest("other"));
    }
  }

  @Test
  void a_manifest_that_is_asked_by_digest_must_have_it() {
    var asked = "/a/b@" + digest("wanted");
    Script script =
        r -> r.method().equals("HEAD") ? reply(405) : manifest().without("Docker-Content-Digest");
    try (var server = ScriptedServer.start(script)) {
      assertThat(client.failure(server.host() + asked)).contains("not " + digest("wanted"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>login</html>", "[]", "{}", "{\"schemaVersion\":2}", ""})
  void what_is_not_a_manifest_is_not_an_answer(String body) {
    try (var server = ScriptedServer.start(_ -> reply(200, body))) {
      assertThat(client.failure(server.host() + "/a/b:v1"))
          .endsWith("gave no usable answer: what it sent is not a manifest");
    }
  }

  @Test
  void schema_1_is_refused() {
    var signed = "application/vnd.docker.distribution.manifest.v1+prettyjws";
    try (var server = ScriptedServer.start(_ -> content("{\"schemaVersion\":1}", signed))) {
      assertThat(client.failure(server.host() + "/a/b:v1")).contains("schema 1");
      assertThat(server.lines()).containsExactly(HEAD);
    }
    try (var server = ScriptedServer.start(_ -> reply(200, "{\"schemaVersion\":1}"))) {
      assertThat(client.failure(server.host() + "/a/b:v1")).contains("schema 1");
    }
  }

  @Test
  void says_which_tag_or_repository_is_unknown() {
    try (var server = ScriptedServer.start(_ -> error(404, "MANIFEST_UNKNOWN"))) {
      assertThat(client.failure(server.host() + "/a/b:v1"))
          .isEqualTo(
              server.host()
                  + " has no tag v1 in repository a/b (404 MANIFEST_UNKNOWN); check the spelling of"
                  + " name and tag");
      assertThat(client.failure(server.host() + "/a/b@" + digest("x")))
          .contains("has no manifest sha256:");
    }
    try (var server = ScriptedServer.start(_ -> error(404, "NAME_UNKNOWN"))) {
      assertThat(client.failure(server.host() + "/a/b:v1"))
          .contains("has no repository a/b (404 NAME_UNKNOWN)");
    }
    try (var server = ScriptedServer.start(_ -> error(404, "<b>no code</b>"))) {
      assertThat(client.failure(server.host() + "/a/b:v1")).contains("(404);");
    }
  }

  @Test
  void other_answers_are_named() {
    try (var server = ScriptedServer.start(_ -> error(418, "TEAPOT"))) {
      assertThat(client.failure(server.host() + "/a/b:v1")).endsWith("no usable answer: 418");
    }
    try (var server = ScriptedServer.start(_ -> error(403, "DENIED"))) {
      assertThat(client.failure(server.host() + "/a/b:v1"))
          .endsWith(
              "denies access to a/b (403): no credentials were found in /home/me/.docker/config.json");
    }
  }

  @Test
  void bodies_are_bounded() {
    var large = "{\"x\":\"" + "y".repeat(BoundedBody.CONTENT) + "\"}";
    try (var server =
        ScriptedServer.start(r -> r.method().equals("HEAD") ? reply(405) : reply(200, large))) {
      assertThat(client.failure(server.host() + "/a/b:v1")).contains("larger than 4096 KiB");
    }
    var error = error(404, "NAME_UNKNOWN").body() + " ".repeat(BoundedBody.ERROR);
    try (var server = ScriptedServer.start(_ -> reply(404, error))) {
      assertThat(client.failure(server.host() + "/a/b:v1")).contains("has no repository");
    }
  }

  @Test
  void a_port_that_cannot_be_is_unreachable() {
    assertThat(client.failure("localhost:99999/a:b"))
        .contains("cannot be reached: its name or port is not an address");
  }
}
